using Chimera.Projections.Events;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Projections.Tables;

/// <summary>
/// The audit log's share of a page: every event, once. What a row takes from the event as it is, its JSON above all, is not sent back to the database
/// that it has just come from, but copied there (ADR 0008).
/// </summary>
internal sealed class AuditPage(string schema) : TablePage
{
    private static readonly Dictionary<string, string> Copied = new()
    {
        ["log_id"] = "id", ["event_data"] = "data", ["timestamp"] = "timestamp", ["sequence"] = "seq_id", ["stream_id"] = "stream_id"
    };

    private static readonly Column<AuditRow>[] Sent = [.. AuditLogTable.Description.Columns.Where(column => !Copied.ContainsKey(column.Name))];

    // The bounds keep PostgreSQL from reading the store whole: a page is small, it is not.
    private readonly string copy = $"""
        insert into {schema}.audit_log ({string.Join(", ", Copied.Keys)}, {string.Join(", ", Sent.Select(column => column.Name))})
        select {string.Join(", ", Copied.Values.Select(column => $"stored.{column}"))}, {string.Join(", ", Sent.Select(column => $"page.{column.Name}"))}
        from unnest($3, {string.Join(", ", Sent.Select((_, i) => $"${i + 4}"))}) as page(number, {string.Join(", ", Sent.Select(column => column.Name))})
        join {EventLog.Table} stored on stored.seq_id = page.number
        where stored.seq_id between $1 and $2
        """;

    private List<AuditRow> rows = [];

    public override TableDescription Table => AuditLogTable.Description;

    public override void Begin(bool again = false) => rows = [];

    public override void Take(StoredEvent @event) => rows.Add(AuditLogTable.RowOf(@event, json: ""));

    public override NpgsqlBatchCommand? Write(Tally tally)
    {
        if (rows.Count == 0) return null;
        var command = new NpgsqlBatchCommand(copy);
        foreach (var bound in new[] { rows[0].Sequence, rows[^1].Sequence }) command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = bound });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = rows.ConvertAll(row => row.Sequence) });
        foreach (var column in Sent) command.Parameters.Add(new() { NpgsqlDbType = column.ParameterType, Value = column.Collect(rows) });
        return command;
    }
}
