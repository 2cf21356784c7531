using System.Net;
using System.Text.Json;
using Chimera.Domain;
using Npgsql;

namespace Chimera.Projections.Events;

/// <summary>An event's row in the store: which columns are read, and what becomes of them.</summary>
internal static class EventReading
{
    public const string Columns = "seq_id, id, stream_id, version, data, type, timestamp, headers, user_name, correlation_id, causation_id";

    public static StoredEvent Event(this NpgsqlDataReader row) => Raw(row).Parse();

    /// <summary>The row without its data parsed, so that another thread can do that.</summary>
    public static RawEvent Raw(this NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetFieldValue<byte[]>(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7), Text(row, 8), Text(row, 9), Text(row, 10));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

internal readonly record struct RawEvent(
    long Sequence, Guid Id, Guid StreamId, long Version, byte[] Json, string TypeName, DateTimeOffset Timestamp, byte[]? Headers, string? User,
    string? CorrelationId, string? CausationId)
{
    public StoredEvent Parse()
    {
        var (trace, agent, ip, browser, source) = ReadHeaders();
        return new(Id, StreamId, Version, Sequence, Data(), TypeName, Timestamp, trace,
            Guid.TryParse(agent, out var agentId) ? agentId : null, IPAddress.TryParse(ip, out var address) ? address : null, browser, User, Json, source,
            CorrelationId, CausationId);
    }

    /// <summary>The event; what cannot be read is told, not thrown, so that one event stops nothing else.</summary>
    private object Data()
    {
        if (!EventTypes.ByName.TryGetValue(TypeName, out var type)) return new UnreadableEvent("event.unknown-type", $"This version knows no event {TypeName}.");
        try
        {
            return JsonSerializer.Deserialize(Json, type, ChimeraJson.Stored) ?? new UnreadableEvent("event.misfit", "The event is null.");
        }
        catch (JsonException misfit)
        {
            return new UnreadableEvent("event.misfit", ChimeraJson.Sentence(misfit));
        }
    }

    private (string? Trace, string? Agent, string? Ip, string? Browser, string? Source) ReadHeaders()
    {
        (string? Trace, string? Agent, string? Ip, string? Browser, string? Source) found = default;
        if (Headers is null) return found;
        var json = new Utf8JsonReader(Headers);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
            ref var wanted = ref found.Source;
            if (json.ValueTextEquals("trace_id")) wanted = ref found.Trace;
            else if (json.ValueTextEquals("agent_id")) wanted = ref found.Agent;
            else if (json.ValueTextEquals("ip_address")) wanted = ref found.Ip;
            else if (json.ValueTextEquals("user_agent")) wanted = ref found.Browser;
            else if (!json.ValueTextEquals("source")) continue;
            if (json.Read() && json.TokenType == JsonTokenType.String) wanted = json.GetString();
        }
        return found;
    }
}
