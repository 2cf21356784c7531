using System.Text.Json;
using Chimera.Domain;
using Chimera.McpServers.Social;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.McpServers.Records;

/// <summary>The statements on a platform's posts in <c>chimera_mcp.posts</c>.</summary>
internal sealed class PostTable(string platform, NpgsqlConnection connection)
{
    private const string Insert = """
        insert into chimera_mcp.posts (platform, idempotency_key, handle, draft) values ($1, $2, $3, $4) on conflict do nothing
        """;

    private const string Select = """
        select handle, draft::text, begun_at, reference, post_id, post_url, posted_at from chimera_mcp.posts where platform = $1 and idempotency_key = $2
        """;

    public async Task<PostRecord> Begin(string key, string handle, Draft draft, CancellationToken cancellation)
    {
        var json = new NpgsqlParameter { Value = ChimeraJson.Write(draft).GetRawText(), NpgsqlDbType = NpgsqlDbType.Json };
        var added = await Run(Insert, cancellation, platform, key, handle, json);
        return (await Find(key, cancellation))! with { IsNew = added > 0 };
    }

    public async Task<PostRecord?> Find(string key, CancellationToken cancellation)
    {
        await using var query = Command(Select, platform, key);
        await using var row = await query.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return null;
        var draft = JsonSerializer.Deserialize<Draft>(row.GetString(1), ChimeraJson.Stored)!;
        var post = row.IsDBNull(4) ? null : new Published(row.GetString(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6));
        return new(key, row.GetString(0), draft, row.GetFieldValue<DateTimeOffset>(2), IsNew: false, row.IsDBNull(3) ? null : row.GetString(3), post);
    }

    public Task Refer(string key, string? reference, CancellationToken cancellation) => Run(
        "update chimera_mcp.posts set reference = $3 where platform = $1 and idempotency_key = $2", cancellation, platform, key, reference ?? (object)DBNull.Value);

    public Task Complete(string key, Published post, CancellationToken cancellation) => Run(
        "update chimera_mcp.posts set post_id = $3, post_url = $4, posted_at = $5 where platform = $1 and idempotency_key = $2",
        cancellation, platform, key, post.Id, post.Url, post.At.ToUniversalTime());

    /// <summary>It was refused, and nothing is on its way: the next call is the first again.</summary>
    public Task Forget(string key, CancellationToken cancellation) => Run(
        "delete from chimera_mcp.posts where platform = $1 and idempotency_key = $2 and reference is null and post_id is null", cancellation, platform, key);

    /// <summary>One call of a key at a time, over all processes; the lock goes with the connection.</summary>
    public Task Lock(string key, CancellationToken cancellation) => Run("select pg_advisory_lock(hashtextextended($1, 1))", cancellation, $"{platform}/{key}");

    public Task Unlock(string key) => Run("select pg_advisory_unlock(hashtextextended($1, 1))", CancellationToken.None, $"{platform}/{key}");

    private async Task<int> Run(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        return command;
    }
}
