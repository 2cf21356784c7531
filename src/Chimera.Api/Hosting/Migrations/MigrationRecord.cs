using Npgsql;

namespace Chimera.Api.Hosting;

/// <summary>That a script was applied to a database, when, and which words it had then.</summary>
internal sealed record MigrationRecord(int Version, string Name, string Sha256, DateTimeOffset AppliedAt)
{
    public const string Table = "chimera_control.migrations";

    /// <summary>Whoever applies scripts holds it to the end of the transaction; hosts that start together wait here for each other.</summary>
    public const string Lock = $"select pg_advisory_xact_lock(hashtext('{Table}'));";

    public const string Ddl = $"""
        create schema if not exists chimera_control;
        create table if not exists {Table} (
            version int primary key,
            name text not null,
            sha256 char(64) not null,
            applied_at timestamptz not null default now());

        """;

    public static async Task<IReadOnlyList<MigrationRecord>> ReadAll(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select version, name, sha256, applied_at from {Table} order by version", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var records = new List<MigrationRecord>();
        while (await row.ReadAsync(cancellation)) records.Add(new(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)));
        return records;
    }
}
