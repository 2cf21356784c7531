using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Working;
using Chimera.McpServers.Social;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Integrations.Sandbox;

/// <summary>A social network of our own for all three platforms: it keeps their rules on repeats and shows nothing to the outside.</summary>
public sealed class SandboxNetwork(NpgsqlDataSource database, IOptions<SandboxOptions> options, TimeProvider clock) : ISocialPlatform
{
    // a statement of its own: the insert sees what was committed before it began, so two identical posts must queue before it
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private const string Insert = $"""
        insert into chimera_sandbox.posts ({SandboxPost.Columns})
        select $1, $2, $3, $4, $5, $6, $7, $8, $9
        where not exists (select from chimera_sandbox.posts where agent_id = $3 and platform = $2 and $5 <> '' and md5(text) = md5($5) and text = $5
            and media_urls = $6 and reply_to is not distinct from $7 and idempotency_key <> $8)
        on conflict (idempotency_key) do nothing
        """;

    public bool Serves(Platform platform) => true;

    public async Task<PostContentOutput> Publish(string idempotencyKey, Agent agent, PreparedPost post, CancellationToken cancellation)
    {
        var draft = Draft(idempotencyKey, agent, post);
        // a batch is one transaction and one round trip
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(Lock) { Parameters = { Text($"{agent.Id}/{post.Platform}") } });
        batch.BatchCommands.Add(InsertOf(draft));
        await batch.ExecuteNonQueryAsync(cancellation);
        return await Find(idempotencyKey, cancellation) ?? throw new ToolException("DUPLICATE_CONTENT", "The agent has posted exactly this before.");
    }

    public async Task<PostContentOutput?> Find(string idempotencyKey, CancellationToken cancellation) =>
        await Posts("where idempotency_key = $1", idempotencyKey, cancellation) is [var post, ..]
            ? new(post.PostId, UrlOf(post), post.PostedAt, new(0, 0, 0)) : null;

    /// <summary>The newest posts, newest first.</summary>
    public Task<IReadOnlyList<SandboxPost>> Latest(int limit, CancellationToken cancellation) =>
        Posts("order by position desc limit $1", limit, cancellation);

    /// <summary>The post of this id, or null.</summary>
    public async Task<SandboxPost?> FindPost(string postId, CancellationToken cancellation) =>
        await Posts("where post_id = $1", postId, cancellation) is [var post, ..] ? post : null;

    public string UrlOf(SandboxPost post) => $"{options.Value.PublicUrl.TrimEnd('/')}/sandbox/{ChimeraJson.NameOf(post.Platform)}/{post.PostId}";

    private SandboxPost Draft(string key, Agent agent, PreparedPost post)
    {
        var handle = post.Platform switch
        {
            Platform.Twitter => agent.SocialHandles.Twitter,
            Platform.Instagram => agent.SocialHandles.Instagram,
            _ => agent.SocialHandles.Tiktok
        };
        return new(PostIds.Of(post.Platform, key, agent.Id), post.Platform, agent.Id, handle, post.Text, post.MediaUrls, post.ReplyTo, key, clock.GetUtcNow());
    }

    private async Task<IReadOnlyList<SandboxPost>> Posts(string which, object value, CancellationToken cancellation)
    {
        await using var query = database.CreateCommand($"select {SandboxPost.Columns} from chimera_sandbox.posts {which}");
        query.Parameters.Add(new() { Value = value });
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var posts = new List<SandboxPost>();
        while (await rows.ReadAsync(cancellation)) posts.Add(SandboxPost.Read(rows));
        return posts;
    }

    private static NpgsqlBatchCommand InsertOf(SandboxPost post) => new(Insert)
    {
        Parameters =
        {
            Text(post.PostId), Text(ChimeraJson.NameOf(post.Platform)), new() { Value = post.AgentId, NpgsqlDbType = NpgsqlDbType.Uuid }, Text(post.Handle),
                Text(post.Text),
            new() { Value = post.MediaUrls.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }, Text(post.ReplyTo), Text(post.IdempotencyKey),
            new() { Value = post.PostedAt.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz }
        }
    };

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
