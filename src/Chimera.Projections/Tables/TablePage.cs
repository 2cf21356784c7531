using System.Runtime.InteropServices;
using Chimera.Projections.Events;
using Npgsql;

namespace Chimera.Projections.Tables;

/// <summary>One table's share of a page: the events it folds, and the rows that come of them.</summary>
internal abstract class TablePage
{
    public abstract TableDescription Table { get; }

    public virtual bool Folds(Type eventType) => Table.Folds.IsAssignableFrom(eventType);

    /// <param name="again">Rows are folded anew from their first event, and what is in the table is only what they replace.</param>
    public abstract void Begin(bool again = false);
    public abstract void Take(StoredEvent @event);

    /// <summary>The read of rows that this page goes on from and that are not at hand; null when there are none.</summary>
    public virtual NpgsqlBatchCommand? ReadMissing() => null;
    public virtual Task Accept(NpgsqlDataReader reader, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Folds the page; an event that fails goes to <paramref name="poison"/> and leaves its row as it was.</summary>
    public virtual void Fold(ICollection<PoisonEvent> poison) { }

    /// <summary>The write of what changed; null when nothing did.</summary>
    public abstract NpgsqlBatchCommand? Write(Tally tally);

    /// <summary>The page is committed: its rows are kept for the next one.</summary>
    public virtual void Keep(ICollection<RowChange> changes) { }
    public virtual void Forget() { }
}

internal sealed class TablePage<TRow>(TableDescription<TRow> table, string schema) : TablePage where TRow : class
{
    private const int CachedRows = 10_000;

    private readonly string upsert = table.Upsert(schema);
    private RowCache<TRow> cache = new(CachedRows);
    private List<StoredEvent> page = [];
    private Dictionary<Guid, Entry> rows = [];
    private bool again;

    public override TableDescription Table => table;

    public override void Begin(bool again = false) => (page, rows, this.again) = ([], [], again);

    public override void Take(StoredEvent @event) => page.Add(@event);

    public override NpgsqlBatchCommand? ReadMissing()
    {
        var missing = new List<Guid>();
        foreach (var @event in page)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, @event.StreamId, out var seen);
            if (seen || (@event.Version == 1 && !again)) continue;
            if (!again && cache.TryGet(@event.StreamId, @event.Version - 1, out var row)) entry = Entry.Of(row);
            else missing.Add(@event.StreamId);
        }
        return missing.Count == 0 ? null : table.SelectByKey(schema, [.. missing]);
    }

    public override async Task Accept(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            var row = table.Read(reader);
            rows[table.KeyOf(row)] = again ? new Entry { Before = row } : Entry.Of(row);
        }
    }

    public override void Fold(ICollection<PoisonEvent> poison)
    {
        foreach (var @event in page)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(rows, @event.StreamId);
            entry.Version = @event.Version;
            try
            {
                entry.Row = table.Fold(entry.Row, @event);
            }
            catch (Exception misfit)
            {
                poison.Add(PoisonEvent.Of(table, @event, misfit.Message));
            }
        }
    }

    public override NpgsqlBatchCommand? Write(Tally tally)
    {
        var changed = new List<TRow>(rows.Count);
        foreach (var entry in rows.Values)
        {
            if (entry.Row is not { } row || ReferenceEquals(row, entry.Before)) continue;
            changed.Add(row);
            tally.Replace(table, entry.Before, row);
        }
        if (changed.Count == 0) return null;
        var command = new NpgsqlBatchCommand(upsert);
        foreach (var column in table.Columns) command.Parameters.Add(new() { NpgsqlDbType = column.ParameterType, Value = column.Collect(changed) });
        return command;
    }

    public override void Keep(ICollection<RowChange> changes)
    {
        foreach (var (id, entry) in rows)
        {
            if (entry.Row is not { } row) continue;
            cache.Keep(id, entry.Version, row);
            if (!ReferenceEquals(row, entry.Before)) changes.Add(new(table, id));
        }
    }

    public override void Forget() => cache = new(CachedRows);

    private struct Entry
    {
        public TRow? Before, Row;
        public long Version;

        public static Entry Of(TRow? row) => new() { Before = row, Row = row };
    }
}
