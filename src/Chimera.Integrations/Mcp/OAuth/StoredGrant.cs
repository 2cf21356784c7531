using System.Text.Json;
using Chimera.Domain;
using ModelContextProtocol.Authentication;
using Npgsql;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>The newest tokens for one server, for all hosts of a database: sealed, with a key that follows from the platform's secret and the server's address.</summary>
internal sealed class StoredGrant(NpgsqlDataSource database, string secret, string server)
{
    private readonly string id = SealedBox.NameOf(secret, $"mcp client grant id {server}");
    private readonly string purpose = $"mcp client grant key {server}";

    public async Task<TokenContainer?> Read(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Read(connection, cancellation);
    }

    /// <summary>Puts an operator's new yes in the place of whatever is there.</summary>
    public async Task Store(TokenContainer tokens)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var turn = await TakeTurn(connection, CancellationToken.None);
        await Write(connection, tokens);
        await turn.CommitAsync();
    }

    /// <summary>
    /// Tokens that the refresh token gives, which may serve only once: processes take turns at it, and what comes of it is stored before the next one looks.
    /// </summary>
    /// <param name="spent">The refresh token that this process knows.</param>
    /// <param name="refresh">Asks for new tokens; null where the refresh token was refused, which ends the grant.</param>
    public async Task<TokenContainer?> Refresh(string spent, Func<TokenContainer, Task<TokenContainer?>> refresh, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var before = await Read(connection, cancellation);
        await using var turn = await TakeTurn(connection, cancellation);
        if (await Read(connection, cancellation) is not { } known) return null;
        if (known.RefreshToken != spent || known.AccessToken != before?.AccessToken) return known; // somebody else was first
        var renewed = await refresh(known);
        try
        {
            await Write(connection, renewed);
            await turn.CommitAsync(CancellationToken.None);
        }
        catch (Exception broken) when (renewed is not null && broken is NpgsqlException or InvalidOperationException)
        {
            await using var other = await database.OpenConnectionAsync(CancellationToken.None); // the old token is spent: the new one must not go with the connection
            await Write(other, renewed);
        }
        return renewed;
    }

    private async Task<NpgsqlTransaction> TakeTurn(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var turn = await connection.BeginTransactionAsync(cancellation);
        await Run(connection, "select pg_advisory_xact_lock(hashtextextended($1, 3))", cancellation, id);
        return turn;
    }

    private async Task<TokenContainer?> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var query = new NpgsqlCommand("select sealed from chimera_mcp.grants where grant_id = $1", connection) { Parameters = { new() { Value = id } } };
        return await query.ExecuteScalarAsync(cancellation) is byte[] box
            ? JsonSerializer.Deserialize<TokenContainer>(SealedBox.Open(box, secret, purpose), ChimeraJson.Stored) : null;
    }

    private Task Write(NpgsqlConnection connection, TokenContainer? tokens) => tokens is null
        ? Run(connection, "delete from chimera_mcp.grants where grant_id = $1", CancellationToken.None, id)
        : Run(connection, """
            insert into chimera_mcp.grants (grant_id, sealed) values ($1, $2) on conflict (grant_id) do update set sealed = excluded.sealed, changed_at = now()
            """, CancellationToken.None, id, SealedBox.Seal(JsonSerializer.SerializeToUtf8Bytes(tokens, ChimeraJson.Stored), secret, purpose));

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
