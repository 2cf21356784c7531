using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Api.Rest;

/// <summary>A key while its request runs. The lock is the connection's, so it ends with a process that dies and the row tells a retry what was asked.</summary>
internal sealed class HeldKey(NpgsqlDataSource database, string key, string route, Action free) : IAsyncDisposable
{
    private const string Table = IdempotencyKeys.Table, This = "key = $1 and route = $2";

    private readonly NpgsqlConnection connection = database.CreateConnection();
    private bool locked;

    /// <summary>The answer that was given already.</summary>
    public Reply? Answer { get; private set; }

    /// <summary>An earlier try took the key and never answered.</summary>
    public bool IsResumed { get; private set; }

    public async Task Take(string sha256, CancellationToken cancellation)
    {
        await connection.OpenAsync(cancellation);
        await using (var command = Command("select pg_try_advisory_lock(hashtextextended($1 || ' ' || $2, 0))"))
            locked = (bool)(await command.ExecuteScalarAsync(cancellation))!;
        if (!locked) throw new RefusedRequestException(409, "idempotency.in-progress", "A request with this key is being worked on.");
        if (!await Find(sha256, cancellation)) await Insert(sha256, cancellation);
    }

    // What follows the command must happen even if the caller has gone.
    public async Task Store(Reply reply)
    {
        await using var command = Command($"update {Table} set status = $3, body = $4, location = $5, etag = $6 where {This}");
        command.Parameters.Add(new() { Value = reply.Status });
        command.Parameters.Add(new() { Value = (object?)reply.Json ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        foreach (var text in new[] { reply.Location, reply.ETag })
            command.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync();
    }

    public async Task Forget()
    {
        await using var command = Command($"delete from {Table} where {This} and status is null");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (locked && connection.State == ConnectionState.Open) await Unlock(); // a broken connection has taken its lock with it
        }
        finally
        {
            await connection.DisposeAsync();
            free();
        }
    }

    private async Task Unlock()
    {
        await using var command = Command("select pg_advisory_unlock(hashtextextended($1 || ' ' || $2, 0))");
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> Find(string sha256, CancellationToken cancellation)
    {
        await using var command = Command($"select request_sha256, status, body, location, etag from {Table} where {This} and {IdempotencyKeys.Young}");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return false;
        if (row.GetString(0) != sha256) throw new RefusedRequestException(422, "idempotency.key-reused", "This key belongs to a request with another body.");
        if (row.IsDBNull(1)) IsResumed = true;
        else Answer = new(row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4));
        return true;
    }

    private async Task Insert(string sha256, CancellationToken cancellation)
    {
        await using var command = Command($"""
            insert into {Table} (key, route, request_sha256) values ($1, $2, $3)
            on conflict (key, route) do update set request_sha256 = excluded.request_sha256, status = null, created_at = now()
            """);
        command.Parameters.Add(new() { Value = sha256 });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand Command(string sql) => new(sql, connection) { Parameters = { new() { Value = key }, new() { Value = route } } };
}
