using System.Globalization;
using Marten;
using Npgsql;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Chimera.Api.Rest;

/// <summary>
/// <c>If-Match</c>, held against the version that the command runs on: before the handler reads, its own transaction locks the stream's row and looks at
/// the version, so nothing can be appended between the check and the handler's own append.
/// </summary>
public static class Precondition
{
    private const string Header = "if_match";
    private const string LockVersion = "select version from chimera_events.mt_streams where id = $1 for update";

    public static void Put(DeliveryOptions delivery, Guid stream, IReadOnlyList<long> versions) => delivery.Headers[Header] = $"{stream}/{string.Join(',', versions)}";

    /// <summary>Commands are the domain's; the pipeline's own messages have no precondition.</summary>
    public static bool Guards(HandlerChain chain) => chain.MessageType.Namespace?.StartsWith("Chimera.Domain", StringComparison.Ordinal) == true;

    public static async Task BeforeAsync(IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        if (!envelope.TryGetHeader(Header, out var value)) return;
        var (stream, versions) = (Guid.Parse(value!.Split('/')[0]), value.Split('/')[1].Split(',', StringSplitOptions.RemoveEmptyEntries));
        await session.BeginTransactionAsync(cancellation);
        await using var query = new NpgsqlCommand(LockVersion) { Parameters = { new() { Value = stream } } };
        await using var reader = await session.ExecuteReaderAsync(query, cancellation);
        if (!await reader.ReadAsync(cancellation)) return; // unknown: the handler says so
        var version = reader.GetInt64(0).ToString(CultureInfo.InvariantCulture);
        if (!versions.Contains(version))
            throw new RefusedRequestException(412, "precondition.stale", $"The resource is at \"v{version}\" by now. Read it again and repeat.");
    }
}
