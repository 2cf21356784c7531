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
        var stored = new StoredEvent(@event.Id, @event.StreamId, @event.Version, @event.Sequence, @event.Data, @event.EventTypeName, @event.Timestamp)
        {
            User = @event.UserName
        };
        return @event.Headers is not { Count: > 0 } headers
            ? stored
            : stored with
            {
                TraceId = Text(headers, "trace_id"),
                AgentId = Guid.TryParse(Text(headers, "agent_id"), out var agent) ? agent : null,
                IpAddress = IPAddress.TryParse(Text(headers, "ip_address"), out var ip) ? ip : null,
                UserAgent = Text(headers, "user_agent")
            };
    }

    private static string? Text(Dictionary<string, object> headers, string name) => headers.TryGetValue(name, out var value) ? value?.ToString() : null;
}
