using System.Text.Json;
using Chimera.Domain;
using ModelContextProtocol.Authentication;
using Npgsql;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>The newest tokens for one server, for all hosts of a database: sealed, with a key that follows from the platform's secret and the server's address.</summary>
internal sealed class StoredGrant(NpgsqlDataSource database, string secret, string server) : ITokenCache
{
    private readonly string id = SealedBox.NameOf(secret, $"mcp client grant id {server}");
    private readonly string purpose = $"mcp client grant key {server}";

    public async ValueTask<TokenContainer?> GetTokensAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await Read(connection, cancellationToken);
    }

    public async ValueTask StoreTokensAsync(TokenContainer tokens, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(CancellationToken.None); // the old ones may be spent: whoever has stopped waiting, the new ones are kept
        await Write(connection, tokens);
    }

    /// <summary>
    /// Tokens that the refresh token gives, which serves once: processes take turns at it, and what comes of it is stored before the next one looks.
    /// </summary>
    /// <param name="spent">The refresh token that this process knows.</param>
    /// <param name="refresh">Asks for new tokens; null where it was refused.</param>
    public async Task<TokenContainer?> Refresh(string spent, Func<TokenContainer, Task<TokenContainer?>> refresh, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var turn = await connection.BeginTransactionAsync(cancellation);
        await Run(connection, "select pg_advisory_xact_lock(hashtextextended($1, 3))", cancellation, id);
        if (await Read(connection, cancellation) is not { } known) return null;
        if (known.RefreshToken != spent) return known;
        if (await refresh(known) is not { } renewed) return null;
        await Write(connection, renewed);
        await turn.CommitAsync(CancellationToken.None);
        return renewed;
    }

    private async Task<TokenContainer?> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var query = new NpgsqlCommand("select sealed from chimera_mcp.grants where grant_id = $1", connection) { Parameters = { new() { Value = id } } };
        return await query.ExecuteScalarAsync(cancellation) is byte[] box
            ? JsonSerializer.Deserialize<TokenContainer>(SealedBox.Open(box, secret, purpose), ChimeraJson.Stored) : null;
    }

    private Task Write(NpgsqlConnection connection, TokenContainer tokens) => Run(connection, """
        insert into chimera_mcp.grants (grant_id, sealed) values ($1, $2) on conflict (grant_id) do update set sealed = excluded.sealed, changed_at = now()
        """, CancellationToken.None, id, SealedBox.Seal(JsonSerializer.SerializeToUtf8Bytes(tokens, ChimeraJson.Stored), secret, purpose));

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
