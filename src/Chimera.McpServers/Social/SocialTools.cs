using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Social;

/// <summary>The tools that all three platforms have.</summary>
internal static class SocialTools
{
    public const string Errors = "Fails with AUTH_FAILED, DUPLICATE_CONTENT, RATE_LIMIT or PLATFORM_NOT_CONFIGURED; OUTCOME_UNKNOWN means: look with find_post.";

    public static ToolWords Posting(string server, string name, string title, string description) =>
        new(server, name, title, $"{description} {Errors}") { Breakdown = ErrorTable.OutcomeUnknown };

    public static ToolWords Finding(string server) => new(server, "find_post", "Find a post",
        "The post that was made under an idempotency key, or found: false. For those whose answer got lost.")
    { ReadOnly = true };

    public static McpServerTool Upload(string server, ISocialNetwork network, ICallGate gate, ILogger log) =>
        new Tool<UploadMediaInput, UploadMediaOutput>(
            new(server, "upload_media", "Upload media", "Hands media to the platform and gives the id by which a post names it. " + Errors) { KeepsAnswers = true },
            gate, log, async (input, caller, cancellation) => new(new(await network.Upload(input.MediaUrl, caller, cancellation))));

    /// <summary>Instagram and TikTok, which differ in names only.</summary>
    public static ServerParts Make(Backstage stage, string server, string tool, string title, Platform platform, Func<ISocialNetwork> real)
    {
        var (network, gate) = stage.BackEnd<ISocialNetwork>(() => new SandboxSocialNetwork(stage.Sandbox, platform, stage.Settings.SandboxUrl), real);
        return new(
            [
                new Tool<PostInput, PostOutput>(Posting(server, tool, title, "Publishes a post."), gate, stage.Log, (input, caller, cancellation) =>
                    Post(network, new(input.Caption, input.MediaIds ?? [], input.MediaUrls ?? [], input.ReplyTo), caller, cancellation)),
                Upload(server, network, gate, stage.Log),
                new Tool<FindPostInput, FoundPost>(Finding(server), gate, stage.Log, (input, _, cancellation) => Find(network, input, cancellation))
            ], []);
    }

    private static async Task<Delivered<PostOutput>> Post(ISocialNetwork network, Draft draft, Caller caller, CancellationToken cancellation)
    {
        var post = await network.Publish(draft, caller, cancellation);
        return new(new(post.Id, post.Url, post.At));
    }

    private static async Task<Delivered<FoundPost>> Find(ISocialNetwork network, FindPostInput input, CancellationToken cancellation) =>
        await network.Find(input.IdempotencyKey, cancellation) is { } post ? new(new(true, post.Id, post.Url, post.At)) : new(new(false));
}
