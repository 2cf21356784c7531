using System.Net;
using JasperFx.Events;

namespace Chimera.Projections.Tables;

/// <summary>An event as the tables see it: what happened, when, and on whose behalf.</summary>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="Sequence">Its place among all events.</param>
/// <param name="TypeName">The name it is stored under, <c>task_planned</c>.</param>
/// <param name="Json">The data as stored; null where the store keeps it to itself, as it does on the live path (ADR 0008).</param>
public sealed record StoredEvent(
    Guid Id, Guid StreamId, long Version, long Sequence, object Data, string TypeName, DateTimeOffset Timestamp, string? TraceId = null,
    Guid? AgentId = null, IPAddress? IpAddress = null, string? UserAgent = null, string? User = null, string? Json = null)
{
    public static StoredEvent Of(IEvent @event)
    {
        var headers = @event.Headers;
        return new(@event.Id, @event.StreamId, @event.Version, @event.Sequence, @event.Data, @event.EventTypeName, @event.Timestamp,
            Text(headers, "trace_id"),
            Guid.TryParse(Text(headers, "agent_id"), out var agent) ? agent : null,
            IPAddress.TryParse(Text(headers, "ip_address"), out var ip) ? ip : null,
            Text(headers, "user_agent"), @event.UserName);
    }

    private static string? Text(Dictionary<string, object>? headers, string name) =>
        headers is not null && headers.TryGetValue(name, out var value) ? value?.ToString() : null;
}
