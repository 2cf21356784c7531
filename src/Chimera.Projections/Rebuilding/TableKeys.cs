using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>
/// Gives filled tables their keys, indexes and foreign keys. Rows that break one are taken out again, and their streams are left for later: event by
/// event, the writer sets aside exactly what breaks it, as it did when it happened.
/// </summary>
internal sealed class TableKeys(TableSet set, string schema, NpgsqlDataSource database, TableFilling filling)
{
    /// <summary>Index builds run side by side, one for each of the two cores this is made for.</summary>
    private const int AtOnce = 2;

    public async Task Add(bool foreignKeys, CancellationToken cancellation)
    {
        foreach (var table in set.Tables)
            foreach (var column in table.Columns.Where(column => column.Declaration.Unique))
                await TakeOut(table, $"""
                    {table.Key} in (select {table.Key} from (select {table.Key}, count(*) over (partition by {column.Name}) as times
                        from {schema}.{table.Name} where {column.Name} is not null) same where times > 1)
                    """, cancellation);
        await All([.. set.Tables.OrderByDescending(table => table.Folds == typeof(object)).SelectMany(Statements)], cancellation);
        if (!foreignKeys) return;
        foreach (var key in set.Tables.SelectMany(table => table.ForeignKeys()).Where(key => set.Find(key.Parent) is not null)) await Add(key, cancellation);
    }

    private IEnumerable<string> Statements(TableDescription table) => table.AddIndexes(schema).Prepend(table.AddKey(schema));

    private async Task Add(ForeignKey key, CancellationToken cancellation)
    {
        try
        {
            await All([key.Add(schema)], cancellation);
        }
        catch (PostgresException orphan) when (orphan.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            await TakeOut(set.Find(key.Table)!, $"""
                {key.Column} is not null and not exists (select from {schema}.{key.Parent} parent where parent.{key.ParentColumn} = child.{key.Column})
                """, cancellation);
            await All([key.Add(schema)], cancellation);
        }
    }

    private async Task TakeOut(TableDescription table, string where, CancellationToken cancellation)
    {
        var columns = string.Join(", ", table.Columns.Select(column => column.Name));
        await using var command = database.CreateCommand($"delete from {schema}.{table.Name} child where {where} returning {columns}");
        command.CommandTimeout = 0;
        await using var taken = await command.ExecuteReaderAsync(cancellation);
        while (await taken.ReadAsync(cancellation)) filling.Later[table.TakeBack(taken, filling.Tally)] = 1;
    }

    private Task All(string[] statements, CancellationToken cancellation) => Parallel.ForEachAsync(statements, new ParallelOptions
    {
        MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation
    }, async (statement, stop) =>
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await connection.Run("set maintenance_work_mem = '256MB'; set max_parallel_maintenance_workers = 0; " + statement, stop);
    });
}
