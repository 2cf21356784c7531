using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>
/// Gives filled tables their foreign keys. Rows that break one are taken out again, and their streams are left for later: event by event, the writer sets
/// aside exactly what breaks it, as it did when it happened.
/// </summary>
internal sealed class TableReferences(TableSet set, string schema, NpgsqlDataSource database, TableFilling filling)
{
    public async Task Add(CancellationToken cancellation)
    {
        foreach (var key in set.Tables.SelectMany(table => table.ForeignKeys()).Where(key => set.Find(key.Parent) is not null))
        {
            try
            {
                await Run(key.Add(schema), cancellation);
            }
            catch (PostgresException orphan) when (orphan.SqlState == PostgresErrorCodes.ForeignKeyViolation)
            {
                await TakeOutOrphans(set.Find(key.Table)!, key, cancellation);
                await Run(key.Add(schema), cancellation);
            }
        }
    }

    private async Task TakeOutOrphans(TableDescription table, ForeignKey key, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            delete from {schema}.{table.Name} child
            where {key.Column} is not null and not exists (select from {schema}.{key.Parent} parent where parent.{key.ParentColumn} = child.{key.Column})
            returning {table.ColumnList()}
            """);
        command.CommandTimeout = 0;
        await using var taken = await command.ExecuteReaderAsync(cancellation);
        while (await taken.ReadAsync(cancellation)) filling.TakeOut(table, taken);
    }

    private async Task Run(string sql, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.Run(sql, cancellation);
    }
}
