using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections;

/// <summary>
/// Takes pages of events into the tables of one schema: folds them in memory and writes each table once, parents first, in the transaction that also
/// moves the schema's position. The position is a fence: of two writers with the same page, one finds that it has moved and writes nothing.
/// </summary>
internal sealed class TableWriter(TableSet set, string schema, NpgsqlDataSource database)
{
    private readonly TablePage[] tables = [.. set.Tables.Select(table => table.Page(schema))];
    private readonly Dictionary<Type, TablePage?> tableOf = [];
    private readonly Tally tally = new();

    /// <summary>Takes events in and moves on to the last of them.</summary>
    /// <exception cref="TablesMovedException">Somebody else has written since <paramref name="at"/> was read.</exception>
    public Task<CommittedPage> Follow(IReadOnlyList<StoredEvent> events, TableSetState at, CancellationToken cancellation) =>
        Isolating(events, at, audited: true, cancellation);

    /// <summary>Takes in events of the past that only single tables lack; the position stays.</summary>
    public Task<CommittedPage> CatchUp(IReadOnlyList<StoredEvent> events, TableSetState at, CancellationToken cancellation) =>
        Isolating(events, at, audited: false, cancellation);

    /// <summary>Folds a whole stream anew over the row that is there; the revision rises, so that nobody goes on from rows of before.</summary>
    public async Task<CommittedPage> Again(IReadOnlyList<StoredEvent> events, Guid stream, TableSetState at, CancellationToken cancellation)
    {
        var (page, poison) = Distribute([.. events.Where(@event => @event.Sequence <= at.Sequence)], audited: false, again: true);
        return await Write(page, poison, at, at with { Revision = at.Revision + 1 }, cancellation, PoisonEvent.Delete(schema, stream));
    }

    /// <summary>Moves on over numbers that no event has.</summary>
    public async Task<TableSetState> Pass(TableSetState at, long sequence, CancellationToken cancellation)
    {
        foreach (var table in tables) table.Begin();
        await Write([], [], at, at with { Sequence = sequence }, cancellation);
        return at with { Sequence = sequence };
    }

    /// <summary>What another process has written of these events.</summary>
    public CommittedPage Seen(IReadOnlyList<StoredEvent> events) =>
        new(events[^1].Sequence, [.. events.Where(@event => TableOf(@event.Data.GetType()) is not null).Select(@event => new RowChange(TableOf(@event.Data.GetType())!.Table, @event.StreamId)).Distinct()], events);

    public void Forget()
    {
        foreach (var table in tables) table.Forget();
    }

    /// <summary>A page that PostgreSQL refuses is halved until the event is alone that it refuses; that one is set aside.</summary>
    private async Task<CommittedPage> Isolating(IReadOnlyList<StoredEvent> events, TableSetState at, bool audited, CancellationToken cancellation)
    {
        var to = audited ? at with { Sequence = events[^1].Sequence } : at;
        try
        {
            var (page, poison) = Distribute(events, audited, again: false);
            return await Write(page, poison, at, to, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState[..2] is "22" or "23")
        {
            Forget();
            if (events.Count == 1) return await SetAside(events[0], refused, at, to, audited, cancellation);
            var half = events.Count / 2;
            var first = await Isolating([.. events.Take(half)], at, audited, cancellation);
            var second = await Isolating([.. events.Skip(half)], audited ? at with { Sequence = events[half - 1].Sequence } : at, audited, cancellation);
            return new(second.Sequence, [.. first.Rows, .. second.Rows], events);
        }
    }

    private Task<CommittedPage> SetAside(StoredEvent @event, PostgresException refused, TableSetState at, TableSetState to, bool audited, CancellationToken cancellation)
    {
        var table = TableOf(@event.Data.GetType())?.Table;
        foreach (var page in tables) page.Begin();
        if (audited) Audit()?.Take(@event);
        return Write([@event], [PoisonEvent.Of(table, @event, refused.MessageText)], at, to, cancellation);
    }

    private (IReadOnlyList<StoredEvent> Page, List<PoisonEvent> Poison) Distribute(IReadOnlyList<StoredEvent> events, bool audited, bool again)
    {
        foreach (var table in tables) table.Begin(again);
        var (poison, audit) = (new List<PoisonEvent>(), audited ? Audit() : null);
        foreach (var @event in events)
        {
            audit?.Take(@event);
            if (@event.Data is UnreadableEvent unreadable) poison.Add(PoisonEvent.Of(null, @event, $"{unreadable.Code}: {unreadable.Reason}"));
            else TableOf(@event.Data.GetType())?.Take(@event);
        }
        return (events, poison);
    }

    private TablePage? Audit() => Array.Find(tables, table => table is AuditPage);

    private TablePage? TableOf(Type eventType)
    {
        if (!tableOf.TryGetValue(eventType, out var table))
            tableOf[eventType] = table = Array.Find(tables, one => one is not AuditPage && one.Folds(eventType));
        return table;
    }

    private async Task<CommittedPage> Write(
        IReadOnlyList<StoredEvent> events, List<PoisonEvent> poison, TableSetState at, TableSetState to, CancellationToken cancellation,
        params NpgsqlBatchCommand[] before)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await ReadMissing(connection, cancellation);
        foreach (var table in tables) table.Fold(poison);
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            var fence = at.MoveTo(to, schema);
            batch.BatchCommands.Add(fence);
            foreach (var command in before) batch.BatchCommands.Add(command);
            AddWrites(batch, poison);
            await batch.ExecuteNonQueryAsync(cancellation);
            if (fence.RecordsAffected != 1) throw new TablesMovedException(schema);
            await transaction.CommitAsync(cancellation);
        }
        var changes = new List<RowChange>();
        foreach (var table in tables) table.Keep(changes);
        return new(to.Sequence, changes, events);
    }

    private void AddWrites(NpgsqlBatch batch, List<PoisonEvent> poison)
    {
        tally.Clear();
        foreach (var table in tables)
            if (table.Write(tally) is { } write) batch.BatchCommands.Add(write);
        if (tally.Changes is { Count: > 0 } counted) batch.BatchCommands.Add(CounterSql.Add(schema, counted));
        if (poison.Count > 0) batch.BatchCommands.Add(PoisonEvent.Insert(schema, poison));
    }

    private async Task ReadMissing(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var reads = tables.Select(table => (table, command: table.ReadMissing())).Where(read => read.command is not null).ToArray();
        if (reads.Length == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (_, command) in reads) batch.BatchCommands.Add(command!);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var (table, _) in reads)
        {
            await table.Accept(reader, cancellation);
            await reader.NextResultAsync(cancellation);
        }
    }
}

/// <summary>The tables are not where this writer left them: another process wrote them, or they were swapped.</summary>
internal sealed class TablesMovedException(string schema) : Exception($"Somebody else has written the tables of {schema}.");
