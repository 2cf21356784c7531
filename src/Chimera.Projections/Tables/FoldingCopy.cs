using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chimera.Projections.Events;
using Npgsql;

namespace Chimera.Projections.Tables;

/// <summary>
/// Folds rows in memory and copies them when nothing has happened to them for a while; a stream that goes on after that is left for later, so memory is
/// bounded whatever the log holds.
/// </summary>
/// <param name="rowsInMemory">Between one and two times as many are kept.</param>
internal sealed class FoldingCopy<TRow>(TableDescription<TRow> table, string schema, bool unlogged, int rowsInMemory) : TableCopy(table, schema, unlogged)
    where TRow : class
{
    private readonly IReadOnlyList<Column<TRow>> columns = table.Columns;
    private Dictionary<Guid, TRow?> young = [], old = [];
    private NpgsqlBinaryImporter? copy;

    public override bool Take(StoredEvent @event, ICollection<PoisonEvent> poison)
    {
        ref var row = ref RowOf(@event.StreamId, @event.Version == 1);
        if (Unsafe.IsNullRef(ref row)) return false;
        try
        {
            row = table.Fold(row, @event);
        }
        catch (Exception misfit)
        {
            poison.Add(PoisonEvent.Of(table, @event, misfit.Message));
        }
        if (young.Count >= rowsInMemory) Age();
        return true;
    }

    protected override async Task Begin(CancellationToken cancellation)
    {
        copy = await Connection.BeginBinaryImportAsync($"copy {Schema}.{table.Name} ({table.ColumnList()}) from stdin (format binary, freeze)", cancellation);
        copy.Timeout = TimeSpan.Zero;
    }

    protected override async Task End(CancellationToken cancellation)
    {
        Age();
        Age();
        await copy!.CompleteAsync(cancellation);
        await copy.CloseAsync(cancellation);
    }

    protected override async Task Break()
    {
        if (copy is not null) await copy.DisposeAsync();
    }

    private ref TRow? RowOf(Guid id, bool isNew)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrNullRef(young, id);
        if (!Unsafe.IsNullRef(ref row)) return ref row;
        if (!old.Remove(id, out var aged) && !isNew) return ref row;
        row = ref CollectionsMarshal.GetValueRefOrAddDefault(young, id, out _)!;
        row = aged;
        return ref row;
    }

    private void Age()
    {
        foreach (var row in old.Values)
        {
            if (row is null) continue;
            copy!.StartRow();
            foreach (var column in columns) column.Write(copy, row);
            Tally.Replace(table, null, row);
        }
        old.Clear();
        (young, old) = (old, young);
    }
}
