using Chimera.Projections.Tables;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Npgsql;

namespace Chimera.Projections;

/// <summary>
/// Keeps the tables up to date: folds a page of events in memory and writes each table once, parents first, in the transaction that also moves
/// the projection's progress. All tables are one shard, because foreign keys tie them together.
/// </summary>
/// <remarks>The daemon gives an instance one page at a time and commits it before the next.</remarks>
internal sealed class LiveTables(string schema) : IProjection
{
    public const string Name = "Tables";

    private readonly LiveTable[] tables = [.. TableSet.All.SkipLast(1).Select(table => table.Live(schema))];
    private readonly LiveAuditLog audit = new(schema);
    private readonly Dictionary<Type, LiveTable?> tableOf = [];

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var page = Distribute(events);
        await ReadMissingAsync(operations, cancellation);
        foreach (var table in tables) table.Fold();
        foreach (var table in tables) table.Write(operations);
        audit.Write(operations, page);
    }

    private List<StoredEvent> Distribute(IReadOnlyList<IEvent> events)
    {
        foreach (var table in tables) table.Begin();
        var page = new List<StoredEvent>(events.Count);
        foreach (var @event in events)
        {
            var stored = StoredEvent.Of(@event);
            page.Add(stored);
            TableOf(@event.Data.GetType())?.Take(@event, stored);
        }
        return page;
    }

    private LiveTable? TableOf(Type eventType)
    {
        if (!tableOf.TryGetValue(eventType, out var table)) tableOf[eventType] = table = Array.Find(tables, one => one.Folds(eventType));
        return table;
    }

    private async Task ReadMissingAsync(IDocumentOperations operations, CancellationToken cancellation)
    {
        var reads = tables.Select(table => (table, command: table.ReadMissing())).Where(read => read.command is not null).ToArray();
        if (reads.Length == 0) return;
        await using var connection = operations.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (_, command) in reads) batch.BatchCommands.Add(command!);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var (table, _) in reads)
        {
            await table.AcceptAsync(reader, cancellation);
            await reader.NextResultAsync(cancellation);
        }
    }
}
