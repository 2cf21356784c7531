using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>
/// Builds a schema of tables from the log up to a sequence: reads the events once, folds in memory, copies, adds keys and indexes, and then takes in the
/// few streams that went on after their row had left memory. A rebuild and a view of the past are both made here.
/// </summary>
/// <param name="set">The tables to build: all, or one of them.</param>
internal sealed class TableBuild(TableSet set, string schema, NpgsqlDataSource database, int rowsInMemory = 5_000)
{
    private const int PageSize = 2000;

    private readonly EventLog log = new(database);

    /// <param name="upTo">A sequence before which nothing can appear any more.</param>
    /// <param name="lasting">False for tables that may be lost with the server: they are cheaper, and have no foreign keys.</param>
    /// <param name="progress">Told the last sequence taken in, from time to time.</param>
    public async Task Run(long upTo, bool lasting, IProgress<long> progress, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
            await set.Create(connection, schema, TableSetState.Building, unlogged: !lasting, cancellation);
        var filling = new TableFilling(set, schema, unlogged: !lasting, rowsInMemory);
        await filling.Run(database, upTo, progress, cancellation);
        if (lasting) await new TableReferences(set, schema, database, filling).Add(cancellation);
        await Store(filling, upTo, cancellation);
        await TakeInLater(filling.Later, upTo, cancellation);
    }

    private async Task Store(TableFilling filling, long upTo, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new($"update {schema}.table_set set sequence = $1, moved_at = now()") { Parameters = { new() { Value = upTo } } });
        if (filling.Counted is { Count: > 0 } counted) batch.BatchCommands.Add(CounterSql.Add(schema, counted));
        if (filling.Poison.Count > 0) batch.BatchCommands.Add(PoisonEvent.Insert(schema, filling.Poison));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private async Task TakeInLater(IReadOnlyDictionary<Guid, long> later, long upTo, CancellationToken cancellation)
    {
        if (later.Count == 0) return;
        var writer = new TableWriter(set, schema, database);
        var at = (await TableSetState.Of(database, schema, cancellation))!;
        Guid[] streams = [.. later.Keys];
        for (long sequence = 0; await log.ReadStreams(streams, sequence, upTo, PageSize, cancellation) is { Count: > 0 } events;)
        {
            sequence = events[^1].Sequence;
            events.RemoveAll(@event => @event.Version < later[@event.StreamId]);
            if (events.Count > 0) await writer.CatchUp(events, at, cancellation);
        }
    }
}
