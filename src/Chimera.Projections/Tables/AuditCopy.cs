using Chimera.Projections.Events;
using Npgsql;

namespace Chimera.Projections.Tables;

/// <summary>
/// Writes the audit log page by page, as it is written live: the database puts each event's JSON beside what the fold makes of the rest (ADR 0008), on
/// another core than the one that folds.
/// </summary>
internal sealed class AuditCopy(string schema, bool unlogged) : TableCopy(AuditLogTable.Description, schema, unlogged)
{
    private const int PageSize = 5_000;

    private readonly AuditPage page = new(schema);
    private Task writing = Task.CompletedTask;
    private int taken;

    public override bool Take(StoredEvent @event, ICollection<PoisonEvent> poison)
    {
        page.Take(@event);
        if (++taken % PageSize == 0) WritePage();
        return true;
    }

    protected override Task Begin(CancellationToken cancellation) => Task.CompletedTask;

    protected override Task End(CancellationToken cancellation)
    {
        WritePage();
        return writing;
    }

    protected override Task Break() => writing;

    private void WritePage()
    {
        writing.GetAwaiter().GetResult(); // one page at a time is on its way
        if (page.Write(Tally) is not { } command) return;
        page.Begin();
        writing = Task.Run(async () =>
        {
            await using var batch = new NpgsqlBatch(Connection) { BatchCommands = { command }, Timeout = 0 };
            await batch.ExecuteNonQueryAsync();
        });
    }
}
