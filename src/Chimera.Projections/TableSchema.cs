using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections;

/// <summary>Makes schemas of tables.</summary>
internal static class TableSchema
{
    /// <summary>A schema with all that belongs to tables but the tables: position, counters, poison events.</summary>
    public static Task Create(this TableSet set, NpgsqlConnection connection, string schema, string state, bool unlogged, CancellationToken cancellation) =>
        connection.Run($"""
            drop schema if exists {schema} cascade;
            create schema {schema};
            {Counters.Create(schema, unlogged)}
            {PoisonEvent.Create(schema, unlogged)}
            {TableSetState.Create(schema, unlogged)}
            insert into {schema}.table_set (version, sequence, state) values ({set.Version}, 0, '{state}');
            """, cancellation);

    /// <summary>A whole schema of empty tables.</summary>
    public static async Task CreateWhole(this TableSet set, NpgsqlDataSource database, string schema, string state, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await set.Create(connection, schema, state, unlogged: false, cancellation);
        var statements = set.Tables.SelectMany(table => table.AddIndexes(schema).Prepend(table.AddKey(schema)).Prepend(table.Create(schema)))
            .Concat(set.Tables.SelectMany(table => table.ForeignKeys()).Select(key => key.Add(schema)));
        await connection.Run(string.Join('\n', statements), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public static async Task Run(this NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        if (sql.Length == 0) return;
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
