using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Projections.Tables;

/// <summary>The statements of a table: one reads rows, one writes them, each however many they are.</summary>
public static class TableSql
{
    public static string Select<TRow>(this TableDescription<TRow> table, string schema) where TRow : class =>
        $"select {table.ColumnList()} from {schema}.{table.Name}";

    /// <summary>Inserts or replaces rows; one array parameter for each column.</summary>
    public static string Upsert<TRow>(this TableDescription<TRow> table, string schema) where TRow : class
    {
        var values = string.Join(", ", table.Columns.Select(column => column.Declaration.IsArray ? $"{column.Name}::{column.Declaration.Type}" : column.Name));
        var replaced = string.Join(", ", table.Columns.Where(column => column.Name != table.Key).Select(column => $"{column.Name} = excluded.{column.Name}"));
        return $"""
            insert into {schema}.{table.Name} ({table.ColumnList()})
            select {values} from unnest({string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"))}) as page({table.ColumnList()})
            on conflict ({table.Key}) do update set {replaced}
            """;
    }

    /// <summary>A command that reads the rows of <paramref name="keys"/>.</summary>
    public static NpgsqlBatchCommand SelectByKey<TRow>(this TableDescription<TRow> table, string schema, Guid[] keys) where TRow : class =>
        new($"{table.Select(schema)} where {table.Key} = any($1)")
        {
            Parameters = { new NpgsqlParameter { Value = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } }
        };

    /// <summary>Every row of the table, in the order of its key.</summary>
    public static async IAsyncEnumerable<TRow> ReadAll<TRow>(
        this TableDescription<TRow> table, NpgsqlDataSource database, string schema, [EnumeratorCancellation] CancellationToken cancellation = default)
        where TRow : class
    {
        await using var command = database.CreateCommand($"{table.Select(schema)} order by {table.Key}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) yield return table.Read(reader);
    }

    public static string ColumnList(this TableDescription table) => string.Join(", ", table.Columns.Select(column => column.Name));
}
