using JasperFx.Events;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Chimera.Projections.Tables;

/// <summary>
/// The audit log's share of a page: every event, once. The event's JSON is not sent back to the database that it has just come from, but
/// copied there (ADR 0008).
/// </summary>
internal sealed class LiveAuditLog(string schema)
{
    private static readonly Column<AuditRow>[] Sent = [.. AuditLogTable.Description.Columns.Where(column => column.Name != "event_data")];

    public void Write(IDocumentOperations operations, List<StoredEvent> page)
    {
        var rows = new AuditRow[page.Count];
        var sequences = new long[page.Count];
        for (var i = 0; i < rows.Length; i++) (rows[i], sequences[i]) = (AuditLogTable.Fold(null, page[i]), page[i].Sequence);
        operations.QueueOperation(new Copy(Sql(operations.DocumentStore.Options.Events.DatabaseSchemaName), rows, sequences));
    }

    // The bounds, and a subquery that PostgreSQL cannot turn into a join, keep it from reading either table whole: a page is small, they are not.
    private string Sql(string events)
    {
        var sent = string.Join(", ", Sent.Select(column => column.Name));
        return $"""
            insert into {schema}.audit_log ({sent}, event_data)
            select {string.Join(", ", Sent.Select(column => $"page.{column.Name}"))}, stored.data
            from unnest({string.Join(", ", Sent.Select(_ => "?"))}, ?) as page({sent}, seq_id)
            join {events}.mt_events stored on stored.seq_id = page.seq_id
            where stored.seq_id between ? and ? and (select known.log_id from {schema}.audit_log known where known.log_id = page.log_id) is null
            """;
    }

    private sealed class Copy(string sql, AuditRow[] rows, long[] sequences) : TableOperation
    {
        public override void ConfigureCommand(ICommandBuilder builder, IStorageSession session) =>
            Append(builder, sql, Sent, rows, Parameter(sequences, NpgsqlDbType.Array | NpgsqlDbType.Bigint), Parameter(sequences[0], NpgsqlDbType.Bigint),
                Parameter(sequences[^1], NpgsqlDbType.Bigint));

        private static NpgsqlParameter Parameter(object value, NpgsqlDbType type) => new() { Value = value, NpgsqlDbType = type };
    }
}
