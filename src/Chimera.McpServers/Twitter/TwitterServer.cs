using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Chimera.Domain.Tasks;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Records;
using Chimera.McpServers.Sandbox;
using Chimera.McpServers.Social;
using Chimera.McpServers.Web;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Twitter;

internal sealed record PostTweetInput(
    [Description("At most 280 characters."), Length(0, 280)] string Text,
    [Description("Ids of media that upload_media gave."), Length(0, 4)] IReadOnlyList<string>? MediaIds = null,
    [Description("The id of the tweet that is answered."), Length(1, 255)] string? ReplyTo = null) : IToolInput
{
    public void Validate() => Domain.Rule.Require(!string.IsNullOrWhiteSpace(Text) || MediaIds?.Count > 0, ToolErrors.InvalidArguments,
        "A tweet needs a text or media.", "/text");
}

internal sealed record PostTweetOutput(string TweetId, string TweetUrl, DateTimeOffset PostedAt);

internal sealed record FoundTweet([Description("False when no tweet was made under the key.")] bool Found, string? TweetId = null, string? TweetUrl = null,
    DateTimeOffset? PostedAt = null);

/// <summary>Tweets, and the mentions of the agents' accounts (specification 2.3 and 2.4).</summary>
internal static class TwitterServer
{
    public const string Name = "mcp-server-twitter";

    public static readonly ServerKind Kind = new(Name, "Twitter", "Publishes tweets, finds them again, and lists mentions.", Make);

    private static ServerParts Make(Backstage stage)
    {
        var (network, mentions, gate) = stage.Settings.Backend == Backend.Real ? Real(stage) : Sandbox(stage);
        McpServerResource[] resources = [.. MentionsResource.Make(mentions, gate, stage.Log)];
        return new(Tools(network, gate, stage.Log), resources, stage.SubscriptionsTo(resources, mentions));
    }

    private static (ISocialNetwork, IMentions, ICallGate) Sandbox(Backstage stage) =>
        (new SandboxSocialNetwork(stage.Sandbox, Platform.Twitter, stage.Settings.SandboxUrl), new SandboxMentions(stage.Sandbox), new SandboxGate(stage.Sandbox));

    private static (ISocialNetwork, IMentions, ICallGate) Real(Backstage stage)
    {
        var (variables, clock) = (stage.Settings.Variables, TimeProvider.System);
        variables.Require(Name, "DATABASE_URL", "TWITTER_CLIENT_ID", "TWITTER_ACCOUNTS");
        var accounts = AccountBook<TwitterAccount>.Of(variables, TwitterApi.Platform, "TWITTER_ACCOUNTS");
        var web = PlatformClients.Make(TwitterApi.Platform, variables.Address("TWITTER_API_URL", "https://api.x.com"), variables);
        var api = new TwitterApi(web, new Grants(stage.Records, clock), new(variables["TWITTER_CLIENT_ID"], variables.Find("TWITTER_CLIENT_SECRET")), clock);
        return (new TwitterNetwork(api, accounts, new PostRecords(stage.Records, "twitter"), new TwitterMedia(api, stage.Media, clock)),
            new TwitterMentions(api, accounts, stage.Log, clock), new OpenGate());
    }

    private static McpServerTool[] Tools(ISocialNetwork network, ICallGate gate, ILogger log) =>
    [
        new Tool<PostTweetInput, PostTweetOutput>(SocialTools.Posting(Name, "post_tweet", "Post a tweet", "Publishes a tweet."), gate, log,
            async (input, caller, cancellation) =>
            {
                var post = await network.Publish(new(input.Text, input.MediaIds ?? [], [], input.ReplyTo), caller, cancellation);
                return new(new(post.Id, post.Url, post.At));
            }),
        SocialTools.Upload(Name, network, gate, log),
        new Tool<FindPostInput, FoundTweet>(SocialTools.Finding(Name), gate, log, async (input, _, cancellation) =>
            await network.Find(input.IdempotencyKey, cancellation) is { } post ? new(new(true, post.Id, post.Url, post.At)) : new(new(false)))
    ];
}
