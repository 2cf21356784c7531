using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain.Agents;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Committing;

namespace Chimera.Integrations.Mcp;

/// <summary>A platform behind its tool server: posts with one tool, and finds with another what became of a post whose answer was lost.</summary>
internal sealed class McpPlatform(Toolbox tools, PlatformTools words) : ISocialPlatform
{
    public bool Serves(Platform platform) => platform == words.Platform;

    public async Task<PostContentOutput> Publish(string idempotencyKey, Agent agent, PreparedPost post, CancellationToken cancellation)
    {
        var caller = ToolCaller.Of(agent, words.HandleOf(agent.SocialHandles));
        var arguments = new JsonObject { [words.TextField] = post.Text ?? "" };
        if (post.ReplyTo is { } replied) arguments["reply_to"] = replied;
        if (post.MediaUrls.Count > 0) arguments["media_ids"] = await Upload(idempotencyKey, post.MediaUrls, caller, cancellation);
        return Read((await tools.Call(new(words.Server, words.PostTool, arguments, caller, idempotencyKey), cancellation)).Output);
    }

    public async Task<PostContentOutput?> Find(string idempotencyKey, CancellationToken cancellation)
    {
        var caller = new ToolCaller(Guid.Empty, null, null, null, []);
        var answer = await tools.Call(new(words.Server, "find_post", new() { ["idempotency_key"] = idempotencyKey }, caller, null), cancellation);
        return answer.Output.TryGetProperty("found", out var found) && found.GetBoolean() ? Read(answer.Output) : null;
    }

    /// <summary>Media are handed over before the post; a file that lies on the platform without one harms nobody, so a lost answer fails the attempt only.</summary>
    private async Task<JsonArray> Upload(string idempotencyKey, IReadOnlyList<string> urls, ToolCaller caller, CancellationToken cancellation)
    {
        var ids = new JsonArray();
        foreach (var url in urls)
        {
            try
            {
                var answer = await tools.Call(new(words.Server, "upload_media", new() { ["media_url"] = url }, caller, $"{idempotencyKey}/{ids.Count + 1}"), cancellation);
                ids.Add(answer.Output.GetProperty("media_id").GetString());
            }
            catch (AnswerLostException lost)
            {
                throw new Handlers.Working.ToolException(ErrorTable.WorkerError, lost.Message);
            }
        }
        return ids;
    }

    private PostContentOutput Read(JsonElement post) => new(
        post.GetProperty(words.IdField).GetString()!, post.GetProperty(words.UrlField).GetString()!, post.GetProperty("posted_at").GetDateTimeOffset(), new(0, 0, 0));
}

/// <summary>What a platform's server and tools are called.</summary>
internal sealed record PlatformTools(Platform Platform, string Server, string PostTool, string TextField, string IdField, string UrlField, Func<SocialHandles, string?> HandleOf)
{
    public static readonly PlatformTools[] All =
    [
        new(Platform.Twitter, "mcp-server-twitter", "post_tweet", "text", "tweet_id", "tweet_url", handles => handles.Twitter),
        new(Platform.Instagram, "mcp-server-instagram", "post_instagram", "caption", "post_id", "post_url", handles => handles.Instagram),
        new(Platform.Tiktok, "mcp-server-tiktok", "post_tiktok", "caption", "post_id", "post_url", handles => handles.Tiktok)
    ];
}
