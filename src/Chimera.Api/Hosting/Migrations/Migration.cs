using Npgsql;

namespace Chimera.Api.Hosting;

/// <summary>Brings a database to the newest version: the scripts it lacks, in order, each in one transaction together with its record.</summary>
internal sealed class Migration(NpgsqlDataSource database, IReadOnlyList<MigrationScript>? known = null)
{
    // a sandbox server that was started before the first host has made tables where the first script makes its own
    private const string StepAside = """
        do $$ begin
            if to_regnamespace('chimera_sandbox') is not null then alter schema chimera_sandbox rename to chimera_sandbox_before; end if;
        end $$
        """;

    private readonly IReadOnlyList<MigrationScript> scripts = known ?? MigrationScript.All;

    /// <summary>Before anything else of a host touches its database.</summary>
    public static async Task Prepare(HostSettings settings, CancellationToken cancellation = default)
    {
        await using var database = NpgsqlDataSource.Create(settings.ConnectionString);
        var migration = new Migration(database);
        if (settings.Migrates) await migration.Apply(cancellation);
        else (await migration.Version(cancellation)).RequireNewest();
    }

    /// <summary>Looks, and changes nothing.</summary>
    public async Task<DatabaseVersion> Version(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await DatabaseVersion.Read(connection, scripts, cancellation);
    }

    /// <returns>What was pending and is not any more; a baseline was only recorded.</returns>
    public async Task<IReadOnlyList<(MigrationScript Script, bool Baseline)>> Apply(CancellationToken cancellation)
    {
        var applied = new List<(MigrationScript, bool)>();
        while (await ApplyNext(cancellation) is { } next) applied.Add(next);
        return applied;
    }

    private async Task<(MigrationScript, bool)?> ApplyNext(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Run(connection, MigrationRecord.Lock, cancellation);
        var version = (await DatabaseVersion.Read(connection, scripts, cancellation)).RequireFit();
        if (version.Pending.FirstOrDefault() is not { } script) return null;
        var baseline = version.IsBaseline(script);
        if (script.Version == 1 && !baseline) await Run(connection, StepAside, cancellation);
        await Run(connection, script.Statements(baseline), cancellation);
        await transaction.CommitAsync(cancellation);
        return (script, baseline);
    }

    // Somebody else's script, or one on a large table, may take longer than any timeout.
    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
