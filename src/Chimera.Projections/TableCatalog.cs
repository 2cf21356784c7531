using System.Collections.Concurrent;
using System.Collections.Frozen;
using Npgsql;

namespace Chimera.Projections;

/// <summary>Which columns the tables of a schema really have: while a newer version is being built, the live ones are still those of the older.</summary>
public sealed class TableCatalog(NpgsqlDataSource database)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(string Schema, string Table), (IReadOnlySet<string> Columns, long At)> known = new();

    /// <summary>The column names, at most two seconds old.</summary>
    public async ValueTask<IReadOnlySet<string>> Columns(string schema, string table)
    {
        var now = Environment.TickCount64;
        if (known.TryGetValue((schema, table), out var found) && now - found.At < Lifetime.TotalMilliseconds) return found.Columns;
        var columns = await Read(schema, table);
        known[(schema, table)] = (columns, now);
        return columns;
    }

    /// <summary>The tables were swapped: everything is looked up again, and statements prepared for the old ones are let go.</summary>
    internal void Forget()
    {
        known.Clear();
        database.Clear();
    }

    private async Task<FrozenSet<string>> Read(string schema, string table)
    {
        await using var command = database.CreateCommand("select attname::text from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped");
        command.Parameters.Add(new() { Value = $"{schema}.{table}" });
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        return columns.ToFrozenSet();
    }
}
