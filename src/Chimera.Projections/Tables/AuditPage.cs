using Chimera.Projections.Events;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Projections.Tables;

/// <summary>
/// The audit log's share of a page: every event, once. The event's JSON is not sent back to the database that it has just come from, but
/// copied there (ADR 0008).
/// </summary>
internal sealed class AuditPage(string schema) : TablePage
{
    private static readonly Column<AuditRow>[] Sent = [.. AuditLogTable.Description.Columns.Where(column => column.Name != "event_data")];

    // The bounds keep PostgreSQL from reading the store whole: a page is small, it is not.
    private readonly string copy = $"""
        insert into {schema}.audit_log ({string.Join(", ", Sent.Select(column => column.Name))}, event_data)
        select {string.Join(", ", Sent.Select(column => $"page.{column.Name}"))}, stored.data
        from unnest({string.Join(", ", Sent.Select((_, i) => $"${i + 1}"))}) as page({string.Join(", ", Sent.Select(column => column.Name))})
        join {EventLog.Table} stored on stored.seq_id = page.sequence
        where stored.seq_id between ${Sent.Length + 1} and ${Sent.Length + 2}
        """;

    private List<AuditRow> rows = [];

    public override TableDescription Table => AuditLogTable.Description;

    public override void Begin(bool again = false) => rows = [];

    public override void Take(StoredEvent @event) => rows.Add(AuditLogTable.Fold(null, @event));

    public override NpgsqlBatchCommand? Write(Tally tally)
    {
        if (rows.Count == 0) return null;
        var command = new NpgsqlBatchCommand(copy);
        foreach (var column in Sent) command.Parameters.Add(new() { NpgsqlDbType = column.ParameterType, Value = column.Collect(rows) });
        foreach (var bound in new[] { rows[0].Sequence, rows[^1].Sequence }) command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = bound });
        return command;
    }
}
