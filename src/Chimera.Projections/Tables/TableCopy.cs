using System.Runtime.InteropServices;
using Chimera.Projections.Events;
using Npgsql;

namespace Chimera.Projections.Tables;

/// <summary>
/// Fills one bare table from the whole log. Rows that nothing has happened to for a while leave memory for the table; a stream that goes on after that is
/// left for later, so memory is bounded whatever the log holds.
/// </summary>
internal abstract class TableCopy : IAsyncDisposable
{
    public abstract bool Folds(Type eventType);
    public abstract Task Open(NpgsqlDataSource database, CancellationToken cancellation);

    /// <summary>Folds the event.</summary>
    /// <returns>False when its row has left memory: the event has to be taken in later.</returns>
    public abstract bool Take(StoredEvent @event, ICollection<PoisonEvent> poison);

    /// <summary>Writes what is still in memory and ends the COPY.</summary>
    public abstract Task Complete(CancellationToken cancellation);
    public abstract ValueTask DisposeAsync();
}

internal sealed class TableCopy<TRow>(TableDescription<TRow> table, string schema, Tally tally) : TableCopy where TRow : class
{
    /// <summary>Between one and two times as many rows are in memory.</summary>
    private const int RowsInMemory = 10_000;

    private readonly bool keepsNothing = table.Folds == typeof(object);
    private readonly IReadOnlyList<Column<TRow>> columns = table.Columns;
    private Dictionary<Guid, TRow?> young = [], old = [];
    private NpgsqlConnection? connection;
    private NpgsqlBinaryImporter? copy;

    public override bool Folds(Type eventType) => table.Folds.IsAssignableFrom(eventType);

    public override async Task Open(NpgsqlDataSource database, CancellationToken cancellation)
    {
        connection = await database.OpenConnectionAsync(cancellation);
        copy = await connection.BeginBinaryImportAsync($"copy {schema}.{table.Name} ({table.ColumnList()}) from stdin (format binary)", cancellation);
        copy.Timeout = TimeSpan.Zero;
    }

    public override bool Take(StoredEvent @event, ICollection<PoisonEvent> poison)
    {
        if (keepsNothing)
        {
            Write(table.Fold(null, @event));
            return true;
        }
        ref var row = ref RowOf(@event.StreamId, @event.Version == 1);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref row)) return false;
        try
        {
            row = table.Fold(row, @event);
        }
        catch (Exception misfit)
        {
            poison.Add(PoisonEvent.Of(table, @event, misfit.Message));
        }
        if (young.Count >= RowsInMemory) Age();
        return true;
    }

    public override async Task Complete(CancellationToken cancellation)
    {
        Age();
        Age();
        await copy!.CompleteAsync(cancellation);
        await copy.CloseAsync(cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        if (copy is not null) await copy.DisposeAsync(); // without Complete, what was copied is rolled back
        if (connection is not null) await connection.DisposeAsync();
    }

    private ref TRow? RowOf(Guid id, bool isNew)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrNullRef(young, id);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref row)) return ref row;
        if (!old.Remove(id, out var aged) && !isNew) return ref row;
        row = ref CollectionsMarshal.GetValueRefOrAddDefault(young, id, out _)!;
        row = aged;
        return ref row;
    }

    private void Age()
    {
        foreach (var row in old.Values) Write(row);
        old.Clear();
        (young, old) = (old, young);
    }

    private void Write(TRow? row)
    {
        if (row is null) return;
        copy!.StartRow();
        foreach (var column in columns) column.Write(copy, row);
        tally.Replace(table, null, row);
    }
}
