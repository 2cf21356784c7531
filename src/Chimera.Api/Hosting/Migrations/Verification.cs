using Chimera.Projections;
using Npgsql;

namespace Chimera.Api.Hosting;

/// <summary>Whether a database is what this program wants: every script applied with its checksum, and nothing missing or different.</summary>
internal static class Verification
{
    /// <summary>Tables that neither Marten nor Wolverine looks after.</summary>
    private static readonly string[] OwnTables =
    [
        .. TableSet.Current.Tables.Select(table => $"{TableSet.LiveSchema}.{table.Name}"), $"{TableSet.LiveSchema}.table_set",
        "chimera_control.rebuilds", "chimera_messages.idempotency_keys", "chimera_sandbox.posts", "chimera_sandbox.calls",
        "chimera_sandbox.knobs", "chimera_sandbox.answers", "chimera_sandbox.media", "chimera_sandbox.mentions", "chimera_sandbox.memories",
        "chimera_mcp.posts", "chimera_mcp.grants", "chimera_mcp.answers", "chimera_sandbox.trends"
    ];

    /// <returns>What is wrong, a sentence each; nothing when all is well.</returns>
    public static async Task<IReadOnlyList<string>> Problems(HostSettings settings, CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(settings.ConnectionString);
        var version = await new Migration(database).Version(cancellation);
        var drift = await SchemaDrift.Of(settings, cancellation);
        return
        [
            .. version.Faults.Select(fault => $"{fault.Code}: {fault.Message}"),
            .. version.Pending.Select(script => $"{script.FileName}: it was not applied"),
            .. drift.Objects,
            .. (await Missing(database, cancellation)).Select(table => $"{table}: it is missing")
        ];
    }

    private static async Task<string[]> Missing(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select array(select name from unnest($1) name where to_regclass(name) is null)");
        command.Parameters.Add(new() { Value = OwnTables });
        return (string[])(await command.ExecuteScalarAsync(cancellation))!;
    }
}
