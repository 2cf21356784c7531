using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Chimera.Api.Rest;

/// <summary>The W3C trace id of a request: the caller's, when it sent a <c>traceparent</c>.</summary>
internal static class RequestTrace
{
    public static string Of(HttpContext http)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { } activity) return activity.TraceId.ToHexString();
        return (string)(http.Items[typeof(RequestTrace)] ??= ActivityTraceId.CreateRandom().ToHexString());
    }
}
