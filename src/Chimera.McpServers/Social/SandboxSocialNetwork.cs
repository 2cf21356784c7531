using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Sandbox;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.McpServers.Social;

/// <summary>One platform of the sandbox network: it refuses repeats as the real ones do, and shows nothing to the outside.</summary>
internal sealed class SandboxSocialNetwork(Database sandbox, Platform platform, string publicUrl) : ISocialNetwork
{
    // a statement of its own: the insert sees what was committed before it began, so two identical posts must queue before it
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private const string Insert = """
        insert into chimera_sandbox.posts (post_id, platform, agent_id, handle, text, media_urls, reply_to, idempotency_key, posted_at)
        select $1, $2, $3, $4, $5, $6, $7, $8, now()
        where not exists (select from chimera_sandbox.posts where agent_id = $3 and platform = $2 and $5 <> '' and md5(text) = md5($5) and text = $5
            and media_urls = $6 and reply_to is not distinct from $7 and idempotency_key <> $8)
        on conflict (idempotency_key) do nothing
        """;

    private const string Select = "select post_id, posted_at from chimera_sandbox.posts where idempotency_key = $1 and platform = $2";

    private readonly string _word = ChimeraJson.NameOf(platform);

    public async Task<Published> Publish(Draft draft, Caller caller, CancellationToken cancellation)
    {
        var media = draft.MediaIds.Count == 0 ? draft.MediaUrls : [.. await UrlsOf(draft.MediaIds, cancellation), .. draft.MediaUrls];
        var key = caller.KeyOrNew();
        // a batch is one transaction and one round trip
        await using var batch = (await sandbox.Ready(cancellation)).CreateBatch();
        batch.BatchCommands.Add(new(Lock) { Parameters = { Text($"{caller.AgentId}/{platform}") } });
        batch.BatchCommands.Add(InsertOf(draft, media, caller, key));
        batch.BatchCommands.Add(new(Select) { Parameters = { Text(key), Text(_word) } });
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await Read(rows, cancellation) ?? throw new ToolErrorException(ToolErrors.DuplicateContent, "The agent has posted exactly this before.");
    }

    public async Task<Published?> Find(string idempotencyKey, CancellationToken cancellation)
    {
        await using var query = (await sandbox.Ready(cancellation)).CreateCommand(Select);
        query.Parameters.AddRange(new[] { Text(idempotencyKey), Text(_word) });
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        return await Read(rows, cancellation);
    }

    public async Task<string> Upload(string mediaUrl, Caller caller, CancellationToken cancellation)
    {
        var id = PostIds.Digits(mediaUrl, 19);
        await using var insert = (await sandbox.Ready(cancellation)).CreateCommand(
            "insert into chimera_sandbox.media (platform, media_id, media_url) values ($1, $2, $3) on conflict do nothing");
        insert.Parameters.AddRange(new[] { Text(_word), Text(id), Text(mediaUrl) });
        await insert.ExecuteNonQueryAsync(cancellation);
        return id;
    }

    private async Task<string[]> UrlsOf(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        await using var query = (await sandbox.Ready(cancellation)).CreateCommand("""
            select array(select media_url from unnest($1) with ordinality as wanted (id, place)
                left join chimera_sandbox.media on platform = $2 and media_id = id order by place)
            """);
        query.Parameters.AddRange(new[] { Texts(ids), Text(_word) });
        var urls = (string?[])(await query.ExecuteScalarAsync(cancellation))!;
        if (Array.IndexOf(urls, null) is >= 0 and var unknown) Rule.Require(false, ToolErrors.InvalidArguments, "No media was uploaded under this id.", $"/media_ids/{unknown}");
        return urls!;
    }

    private NpgsqlBatchCommand InsertOf(Draft draft, IEnumerable<string> media, Caller caller, string key) => new(Insert)
    {
        Parameters =
        {
            Text(PostIds.Of(platform, key, caller.AgentId)), Text(_word), new() { Value = caller.AgentId, NpgsqlDbType = NpgsqlDbType.Uuid }, Text(caller.Handle),
            Text(draft.Text), Texts(media), Text(draft.ReplyTo), Text(key)
        }
    };

    private async Task<Published?> Read(NpgsqlDataReader rows, CancellationToken cancellation) => await rows.ReadAsync(cancellation) && rows.GetString(0) is var id
        ? new(id, $"{publicUrl.TrimEnd('/')}/sandbox/{_word}/{id}", rows.GetFieldValue<DateTimeOffset>(1)) : null;

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Texts(IEnumerable<string> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
