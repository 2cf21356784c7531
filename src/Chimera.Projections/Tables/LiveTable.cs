using System.Runtime.InteropServices;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;

namespace Chimera.Projections.Tables;

/// <summary>One table's share of a page: the events it folds, and the rows that come of them.</summary>
internal abstract class LiveTable
{
    public abstract bool Folds(Type eventType);
    public abstract void Begin();
    public abstract void Take(IEvent @event, StoredEvent stored);

    /// <summary>The read of rows that this page goes on from and that are not at hand; null when there are none.</summary>
    public abstract NpgsqlBatchCommand? ReadMissing();
    public abstract Task AcceptAsync(NpgsqlDataReader reader, CancellationToken cancellation);
    public abstract void Fold();
    public abstract void Write(IDocumentOperations operations);
}

internal sealed class LiveTable<TRow>(TableDescription<TRow> table, string schema) : LiveTable where TRow : class
{
    private const int CachedRows = 10_000;

    private readonly RowCache<TRow> cache = new(CachedRows);
    private readonly string upsert = table.Upsert(schema);
    private List<(IEvent Source, StoredEvent Event)> page = [];
    private Dictionary<Guid, Entry> rows = [];

    public override bool Folds(Type eventType) => table.Folds.IsAssignableFrom(eventType);

    public override void Begin() => (page, rows) = ([], []);

    public override void Take(IEvent @event, StoredEvent stored) => page.Add((@event, stored));

    public override NpgsqlBatchCommand? ReadMissing()
    {
        var missing = new List<Guid>();
        foreach (var (_, @event) in page)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, @event.StreamId, out var seen);
            if (!seen && @event.Version > 1 && !cache.TryGet(@event.StreamId, @event.Version - 1, out entry.Row)) missing.Add(@event.StreamId);
        }
        foreach (var id in missing) rows[id] = default;
        return missing.Count == 0 ? null : table.SelectByKey(schema, [.. missing]);
    }

    public override async Task AcceptAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            var row = table.Read(reader);
            rows[table.KeyOf(row)] = new Entry { Row = row };
        }
    }

    public override void Fold()
    {
        foreach (var (source, @event) in page)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(rows, @event.StreamId);
            var row = Fold(entry.Row, source, @event);
            entry = new Entry { Row = row, Version = @event.Version, Changed = entry.Changed || !ReferenceEquals(row, entry.Row) };
        }
    }

    public override void Write(IDocumentOperations operations)
    {
        var changed = new List<TRow>(rows.Count);
        foreach (var (id, entry) in rows)
        {
            if (entry.Row is not { } row) continue;
            if (entry.Changed) changed.Add(row);
            cache.Keep(id, entry.Version, row);
        }
        if (changed.Count > 0) operations.QueueOperation(new UpsertRows<TRow>(upsert, table.Columns, changed));
    }

    // The daemon sets an event aside that fails with this exception, and carries on with the others.
    private TRow? Fold(TRow? row, IEvent source, StoredEvent @event)
    {
        try
        {
            return table.Fold(row, @event);
        }
        catch (Exception misfit)
        {
            throw new ApplyEventException(source, misfit);
        }
    }

    private struct Entry
    {
        public TRow? Row;
        public long Version;
        public bool Changed;
    }
}
