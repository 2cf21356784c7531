using System.Collections.Concurrent;
using Chimera.McpServers.Hosting;
using Npgsql;

namespace Chimera.McpServers.Accounts;

/// <summary>
/// Keeps the newest tokens of each grant. A refresh token serves once, so processes take turns at it, and what the platform gives for it is stored before
/// it is used.
/// </summary>
internal sealed class Grants(Database database, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Tokens> _known = new();

    /// <param name="firstRefreshToken">The one of the settings. Another there is another grant.</param>
    /// <param name="rejected">An access token that the platform no longer takes.</param>
    /// <param name="refresh">Asks the platform for new tokens.</param>
    public async Task<string> AccessToken(string firstRefreshToken, string? rejected, Func<string, Task<Tokens>> refresh, CancellationToken cancellation)
    {
        var id = Tokens.GrantIdOf(firstRefreshToken);
        if (Known(id) is { } known && known.OpensAt(clock.GetUtcNow(), rejected)) return known.AccessToken;
        await using var connection = await (await database.Ready(cancellation)).OpenConnectionAsync(cancellation);
        await using var turn = await connection.BeginTransactionAsync(cancellation);
        await Run(connection, "select pg_advisory_xact_lock(hashtextextended($1, 2))", cancellation, id);
        var latest = Later(await Stored(connection, id, firstRefreshToken, cancellation), Known(id));
        if (latest?.OpensAt(clock.GetUtcNow(), rejected) != true)
        {
            // from here on the old token may be spent: the new one is kept, whoever has stopped waiting
            latest = _known[id] = await refresh(latest?.RefreshToken ?? firstRefreshToken);
            await Store(connection, id, latest.Seal(firstRefreshToken));
            await turn.CommitAsync(CancellationToken.None);
        }
        return (_known[id] = latest).AccessToken;
    }

    private Tokens? Known(string id) => _known.GetValueOrDefault(id);

    private static Tokens? Later(Tokens? one, Tokens? other) => one is null || other?.ExpiresAt > one.ExpiresAt ? other : one;

    private static async Task<Tokens?> Stored(NpgsqlConnection connection, string id, string firstRefreshToken, CancellationToken cancellation)
    {
        await using var query = new NpgsqlCommand("select sealed from chimera_mcp.grants where grant_id = $1", connection) { Parameters = { new() { Value = id } } };
        return await query.ExecuteScalarAsync(cancellation) is byte[] box ? Tokens.Open(box, firstRefreshToken) : null;
    }

    private static Task Store(NpgsqlConnection connection, string id, byte[] box) => Run(connection, """
        insert into chimera_mcp.grants (grant_id, sealed) values ($1, $2) on conflict (grant_id) do update set sealed = excluded.sealed, changed_at = now()
        """, CancellationToken.None, id, box);

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
