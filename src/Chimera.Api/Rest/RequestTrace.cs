using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;

namespace Chimera.Api.Rest;

/// <summary>The W3C trace id of a request: the caller's, when it sent a <c>traceparent</c>.</summary>
internal static class RequestTrace
{
    private const int Length = 16, Seconds = 4;

    /// <summary>From now on, trace ids that begin in this process begin with the second they are of (Unix, 32 bits): the events of a minute lie together in the index on traces (ADR 0023).</summary>
    public static void BeginWithTime() => Activity.TraceIdGenerator = () => New(TimeProvider.System.GetUtcNow());

    public static string Of(HttpContext http)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { } activity) return activity.TraceId.ToHexString();
        return (string)(http.Items[typeof(RequestTrace)] ??= New(TimeProvider.System.GetUtcNow()).ToHexString());
    }

    /// <summary>Four bytes of time and twelve of chance; W3C Trace Context asks for chance in the last seven.</summary>
    private static ActivityTraceId New(DateTimeOffset now)
    {
        Span<byte> id = stackalloc byte[Length];
        BinaryPrimitives.WriteUInt32BigEndian(id, (uint)now.ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(id[Seconds..]);
        return ActivityTraceId.CreateFromBytes(id);
    }
}
