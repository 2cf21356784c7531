using Chimera.Domain;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>
/// The schemas of the past. The database itself is the register: the row of <c>table_set</c> in each says whether it is whole and when it was last used,
/// so any process can share, count and drop them. The audit log only grows, a row an event: its past is a view of the live one.
/// </summary>
internal sealed class AsOfSchemas(TableSet set, NpgsqlDataSource database, AsOfOptions options)
{
    private const string Prefix = "chimera_asof_", Lock = "chimera as of";

    /// <summary>A moment that was asked for just now is not dropped for another.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>The schema of a sequence, built unless it is there.</summary>
    public async Task<string> Ensure(long sequence)
    {
        var schema = Prefix + sequence;
        if (await Touch(schema)) return schema;
        await using var one = await DatabaseLock.Take(database, Lock, CancellationToken.None);
        if (await Touch(schema)) return schema;
        await MakeRoom();
        var folded = set with { Tables = [.. set.Tables.Where(table => table.Folds != typeof(object))] };
        await new TableBuild(folded, schema, database).Run(sequence, lasting: false, new Progress<long>(), CancellationToken.None);
        await Run($"""
            create view {schema}.{AuditLogTable.Description.Name} as select * from {TableSet.LiveSchema}.{AuditLogTable.Description.Name} where sequence <= {sequence};
            update {schema}.table_set set state = '{TableSetState.AsOf}', moved_at = now()
            """);
        return schema;
    }

    public async Task<bool> Exists(string schema, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select to_regnamespace($1) is not null");
        command.Parameters.Add(new() { Value = schema });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    public async Task DropIdle(CancellationToken cancellation)
    {
        if (await DatabaseLock.TryTake(database, Lock, cancellation) is not { } one) return;
        await using var held = one;
        foreach (var (schema, idle) in await Built())
            if (idle > options.Idle) await Run($"drop schema {schema} cascade");
    }

    /// <summary>Drops all of them: the tables that they look at are about to go.</summary>
    public static async Task DropAll(TableSet set, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var one = await DatabaseLock.Take(database, Lock, cancellation);
        var all = new AsOfSchemas(set, database, new());
        foreach (var (schema, _) in await all.Built()) await all.Run($"drop schema {schema} cascade");
    }

    /// <summary>Drops the longest unused when there are as many as there may be.</summary>
    private async Task MakeRoom()
    {
        var built = await Built();
        foreach (var (schema, idle) in built.OrderByDescending(one => one.Idle).Take(built.Count - options.Most + 1))
        {
            Rule.Require(idle > Grace, "as-of.busy", $"{options.Most} moments of the past are in use; wait a minute, or ask for one of them.");
            await Run($"drop schema {schema} cascade");
        }
    }

    /// <summary>How long each has not been used; what was left half built, for ever.</summary>
    private async Task<List<(string Schema, TimeSpan Idle)>> Built()
    {
        await using var connection = await database.OpenConnectionAsync();
        var built = new List<(string, TimeSpan)>();
        foreach (var schema in await Names(connection))
        {
            var state = await TableSetState.Of(connection, schema, CancellationToken.None);
            built.Add((schema, state?.State == TableSetState.AsOf ? await Since(connection, state.MovedAt) : TimeSpan.MaxValue));
        }
        return built;
    }

    private static async Task<List<string>> Names(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand($"select nspname::text from pg_namespace where nspname like '{Prefix}%'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task<TimeSpan> Since(NpgsqlConnection connection, DateTimeOffset time)
    {
        await using var command = new NpgsqlCommand("select clock_timestamp() - $1", connection) { Parameters = { new() { Value = time } } };
        return (TimeSpan)(await command.ExecuteScalarAsync())!;
    }

    private async Task<bool> Touch(string schema)
    {
        if (await TableSetState.Of(database, schema, CancellationToken.None) is not { State: TableSetState.AsOf } state || state.Version != set.Version) return false;
        await Run($"update {schema}.table_set set moved_at = now()");
        return true;
    }

    private async Task Run(string sql)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.Run(sql, CancellationToken.None);
    }
}
