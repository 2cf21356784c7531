using System.Text.Json;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>How the rows of one table differ between two schemas.</summary>
/// <param name="Added">Rows that only the new table has.</param>
/// <param name="Removed">Rows that only the old table has.</param>
/// <param name="First">The first of the differences, in the order of the key.</param>
public sealed record TableReport(string Table, long Equal, long Added, long Removed, long Changed, IReadOnlyList<RowReport> First)
{
    public bool IsEqual() => Added + Removed + Changed == 0;
}

/// <summary>One row that differs.</summary>
/// <param name="Change"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Before">The old row; null when there is none.</param>
public sealed record RowReport(string Key, string Change, JsonElement? Before, JsonElement? After);

/// <summary>Compares the tables of two schemas row by row and byte by byte, in the columns that both have; and the counters.</summary>
internal sealed class TableComparison(TableSet set, NpgsqlConnection connection, string old, string @new)
{
    private const int Shown = 10;

    /// <summary>Runs inside a transaction of the connection, whose snapshot has both schemas at the same sequence; a second one shares it, for the second core.</summary>
    public async Task<IReadOnlyList<TableReport>> Run(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", connection);
        var snapshot = (string)(await export.ExecuteScalarAsync(cancellation))!;
        await using var other = await database.OpenConnectionAsync(cancellation);
        await using var shared = await other.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await other.Run($"set transaction snapshot '{snapshot}'", cancellation);
        var logs = new TableComparison(set, other, old, @new).Compare([.. set.Tables.Where(table => table.Folds == typeof(object))], counters: false, cancellation);
        var folded = Compare([.. set.Tables.Where(table => table.Folds != typeof(object))], counters: true, cancellation);
        return [.. (await Task.WhenAll(folded, logs)).SelectMany(reports => reports)];
    }

    private async Task<IReadOnlyList<TableReport>> Compare(TableDescription[] tables, bool counters, CancellationToken cancellation)
    {
        // Both sides come in the order of their keys: nothing is hashed or sorted, whatever the size of the tables.
        await connection.Run("set local enable_hashjoin = off; set local enable_seqscan = off; set local plan_cache_mode = force_custom_plan", cancellation);
        var reports = new List<TableReport>();
        foreach (var table in tables) reports.Add(await Compare(table.Name, await Sides(table, cancellation), cancellation));
        if (counters && await Knows(Counters.Table, cancellation)) reports.Add(await Compare(Counters.Table, CounterSides(), cancellation));
        return reports;
    }

    private async Task<TableReport> Compare(string table, Sides sides, CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand($"""
            select count(*) filter (where o.key is null), count(*) filter (where n.key is null), count(*) filter (where {sides.Changed}), count(*) from {sides.Joined}
            """, connection) { CommandTimeout = 0 };
        long added, removed, changed, all;
        await using (var row = await count.ExecuteReaderAsync(cancellation))
        {
            await row.ReadAsync(cancellation);
            (added, removed, changed, all) = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
        }
        var first = added + removed + changed == 0 ? [] : await First(sides, cancellation);
        return new(table, all - added - removed - changed, added, removed, changed, first);
    }

    private async Task<IReadOnlyList<RowReport>> First(Sides sides, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select coalesce(n.key, o.key)::text, to_jsonb(o) - 'key', to_jsonb(n) - 'key' from {sides.Joined}
            where o.key is null or n.key is null or {sides.Changed} order by coalesce(n.key, o.key) limit {Shown}
            """, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<RowReport>();
        while (await reader.ReadAsync(cancellation))
        {
            JsonElement? before = Json(reader, 1), after = Json(reader, 2);
            rows.Add(new(reader.GetString(0), before is null ? "added" : after is null ? "removed" : "changed", before, after));
        }
        return rows;
    }

    private async Task<Sides> Sides(TableDescription table, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select array_agg(attname::text) from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped", connection);
        command.Parameters.Add(new() { Value = $"{old}.{table.Name}" });
        var known = (string[])(await command.ExecuteScalarAsync(cancellation))!;
        string[] common = [.. table.Columns.Select(column => column.Name).Where(known.Contains)];
        string Side(string schema) => $"(select {table.Key} as key, {string.Join(", ", common)} from {schema}.{table.Name})";
        return new(Side(@new), Side(old), common);
    }

    /// <summary>A counter that stands at zero is one that is not there.</summary>
    private Sides CounterSides()
    {
        var names = string.Join(", ", set.Tables.SelectMany(table => table.Counters).Append("").Select(name => $"'{name}'"));
        string Side(string schema) => $"""
            (select counter || ' ' || id || ' ' || bucket || ' ' || word as key, number, amount from {schema}.{Counters.Table}
             where counter in ({names}) and (number <> 0 or amount <> 0))
            """;
        return new(Side(@new), Side(old), ["number", "amount"]);
    }

    private async Task<bool> Knows(string table, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = $"{old}.{table}" } } };
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static JsonElement? Json(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : JsonElement.Parse(row.GetString(column));
}

/// <summary>The two sides of a comparison, as SQL.</summary>
internal sealed record Sides(string New, string Old, string[] Columns)
{
    public string Joined => $"{New} n full join {Old} o on n.key = o.key";

    public string Changed => $"n.key is not null and o.key is not null and {Image("n")} operator(pg_catalog.*<>) {Image("o")}";

    private string Image(string side) => $"row({string.Join(", ", Columns.Select(column => $"{side}.{column}"))})::record";
}
