using Npgsql;

namespace Chimera.Api.Hosting;

/// <summary>How far a database is, measured by the scripts that this program has.</summary>
/// <param name="HasEvents">Somebody has made the tables of the first script, recorded or not.</param>
internal sealed record DatabaseVersion(IReadOnlyList<MigrationScript> Scripts, IReadOnlyList<MigrationRecord> Records, bool HasEvents)
{
    /// <summary>The first release kept no records: what it made is version 1.</summary>
    public int Number => Records.Count > 0 ? Records[^1].Version : HasEvents ? 1 : 0;

    public IEnumerable<MigrationScript> Pending => Scripts.Where(script => Records.All(record => record.Version != script.Version));

    public IEnumerable<MigrationException> Faults => Records.SelectMany(FaultsOf);

    /// <summary>The script whose tables are there although it was never recorded; it is recorded and not run.</summary>
    public bool IsBaseline(MigrationScript script) => HasEvents && script.Version == 1;

    public DatabaseVersion RequireFit() => Faults.FirstOrDefault() is { } fault ? throw fault : this;

    public DatabaseVersion RequireNewest() => !RequireFit().Pending.Any() ? this : throw new MigrationException("db.pending",
        $"The database is at version {Number}; scripts are pending: {string.Join(", ", Pending.Select(script => script.FileName))}. " +
        "Apply them with `chimera db apply`, or unset CHIMERA_MIGRATE and the host does.");

    public static async Task<DatabaseVersion> Read(NpgsqlConnection connection, IReadOnlyList<MigrationScript> scripts, CancellationToken cancellation)
    {
        var recorded = await Exists(connection, MigrationRecord.Table, cancellation);
        var events = await Exists(connection, $"{EventStore.Schema}.mt_events", cancellation);
        return new(scripts, recorded ? await MigrationRecord.ReadAll(connection, cancellation) : [], events);
    }

    private IEnumerable<MigrationException> FaultsOf(MigrationRecord record)
    {
        var script = Scripts.FirstOrDefault(script => script.Version == record.Version);
        if (script is null)
            yield return new("db.newer",
                $"The database is at version {record.Version} ({record.Name}); this program knows none after {Scripts[^1].Version}: use a newer program.");
        else if (script.Sha256 != record.Sha256)
            yield return new("db.script-changed", $"{script.FileName} is not the script that was applied on {record.AppliedAt:yyyy-MM-dd}: " +
                "put its words back, and change the database by a new script.");
    }

    private static async Task<bool> Exists(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = table } } };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
