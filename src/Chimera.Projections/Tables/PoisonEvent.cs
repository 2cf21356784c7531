using Chimera.Projections.Events;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Projections.Tables;

/// <summary>An event that a table could not take in; it is set aside with the reason, and the table goes on without it.</summary>
/// <param name="TableName">Empty for an event that no table can read.</param>
public sealed record PoisonEvent(
    long Sequence, string TableName, Guid EventId, Guid StreamId, long Version, string EventType, string Reason, DateTimeOffset RecordedAt = default)
{
    internal const string Table = "poison_events";

    internal static PoisonEvent Of(TableDescription? table, StoredEvent @event, string reason) =>
        new(@event.Sequence, table?.Name ?? "", @event.Id, @event.StreamId, @event.Version, @event.TypeName, reason);

    internal static string Create(string schema, bool unlogged) => $"""
        create {(unlogged ? "unlogged " : "")}table {schema}.{Table} (sequence bigint not null, table_name varchar(50) not null, event_id uuid not null, stream_id uuid not null,
            version bigint not null, event_type varchar(100) not null, reason text not null, recorded_at timestamptz not null default now(),
            constraint poison_events_pkey primary key (sequence, table_name));
        """;

    internal static NpgsqlBatchCommand Delete(string schema, Guid stream) => new($"delete from {schema}.{Table} where stream_id = $1") { Parameters = { new() { Value = stream } } };

    internal static NpgsqlBatchCommand Insert(string schema, IReadOnlyList<PoisonEvent> poison)
    {
        var command = new NpgsqlBatchCommand($"""
            insert into {schema}.{Table} (sequence, table_name, event_id, stream_id, version, event_type, reason)
            select * from unnest($1, $2, $3, $4, $5, $6, $7) on conflict (sequence, table_name) do update set reason = excluded.reason, recorded_at = now()
            """);
        void Add<T>(NpgsqlDbType type, Func<PoisonEvent, T> value) =>
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = poison.Select(value).ToArray() });
        Add(NpgsqlDbType.Bigint, one => one.Sequence);
        Add(NpgsqlDbType.Varchar, one => one.TableName);
        Add(NpgsqlDbType.Uuid, one => one.EventId);
        Add(NpgsqlDbType.Uuid, one => one.StreamId);
        Add(NpgsqlDbType.Bigint, one => one.Version);
        Add(NpgsqlDbType.Varchar, one => one.EventType);
        Add(NpgsqlDbType.Text, one => one.Reason);
        return command;
    }
}
