using Chimera.Projections.Events;
using Npgsql;

namespace Chimera.Projections.Tables;

/// <summary>
/// Makes one table and fills it from the whole log, in one transaction: what is copied into a table of the same transaction is frozen at once and, where
/// the server's <c>wal_level</c> is minimal, not written twice.
/// </summary>
internal abstract class TableCopy(TableDescription table, string schema, bool unlogged) : IAsyncDisposable
{
    private NpgsqlTransaction? transaction;

    public TableDescription Table => table;

    /// <summary>What the rows count for.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Rows that break a key of the table and were taken out again.</summary>
    public List<Guid> TakenOut { get; } = [];

    protected string Schema => schema;
    protected NpgsqlConnection Connection { get; private set; } = null!;

    public bool Folds(Type eventType) => table.Folds.IsAssignableFrom(eventType);

    public async Task Open(NpgsqlDataSource database, CancellationToken cancellation)
    {
        Connection = await database.OpenConnectionAsync(cancellation);
        transaction = await Connection.BeginTransactionAsync(cancellation);
        await Connection.Run("set local maintenance_work_mem = '256MB'; set local work_mem = '64MB';" + table.Create(schema, unlogged), cancellation);
        await Begin(cancellation);
    }

    /// <summary>Folds the event.</summary>
    /// <returns>False when its row has left memory: the event has to be taken in later.</returns>
    public abstract bool Take(StoredEvent @event, ICollection<PoisonEvent> poison);

    /// <summary>Writes what is still in memory, gives the table its keys and indexes, and commits it.</summary>
    public async Task Complete(CancellationToken cancellation)
    {
        await End(cancellation);
        foreach (var column in table.Columns.Where(column => column.Declaration.Unique)) await TakeOutDuplicates(column.Name, cancellation);
        await Connection.Run(string.Concat(table.AddIndexes(schema).Prepend(table.AddKey(schema))), cancellation);
        await transaction!.CommitAsync(cancellation);
    }

    /// <summary>Lets go of the connection; without <see cref="Complete"/>, the table was never there.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Break();
            if (transaction is not null) await transaction.DisposeAsync();
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException or IOException)
        {
            // the connection is broken, and its server has forgotten the table already; the others still have to be let go
        }
        if (Connection is not null) await Connection.DisposeAsync();
    }

    protected abstract Task Begin(CancellationToken cancellation);

    protected abstract Task End(CancellationToken cancellation);

    /// <summary>Ends what is under way on the connection.</summary>
    protected virtual Task Break() => Task.CompletedTask;

    private async Task TakeOutDuplicates(string column, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            delete from {schema}.{table.Name} where {table.Key} in (select {table.Key} from (
                select {table.Key}, count(*) over (partition by {column}) as times from {schema}.{table.Name} where {column} is not null) same where times > 1)
            returning {table.ColumnList()}
            """, Connection) { CommandTimeout = 0 };
        await using var taken = await command.ExecuteReaderAsync(cancellation);
        while (await taken.ReadAsync(cancellation)) TakenOut.Add(table.TakeBack(taken, Tally));
    }
}
