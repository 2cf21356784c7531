using Chimera.McpServers.Calls;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Twitter;

internal sealed record MentionAuthor(string Username, string DisplayName, bool Verified, int FollowerCount);

internal sealed record MentionEngagement(int Likes, int Retweets, int Replies);

/// <summary>A tweet that names an account of ours (specification 2.4).</summary>
internal sealed record Mention(string MentionId, MentionAuthor Author, string Content, DateTimeOffset CreatedAt, MentionEngagement Engagement);

internal sealed record MentionsData(IReadOnlyList<Mention> Mentions);

internal sealed record MentionsPayload(string ResourceType, int PollIntervalSeconds, MentionsData DataFormat);

/// <summary>Who has mentioned the agents' accounts.</summary>
internal interface IMentions
{
    /// <summary>Oldest first; the newest there are, or with an id those that came next after it.</summary>
    Task<IReadOnlyList<Mention>> Since(string? mentionId, CancellationToken cancellation);
}

/// <summary>Resource <c>twitter://mentions</c>, whole and with a cursor.</summary>
internal static class MentionsResource
{
    public const string Uri = "twitter://mentions";
    private const int PollIntervalSeconds = 120;

    public static IEnumerable<McpServerResource> Make(IMentions mentions, ICallGate gate, ILogger log)
    {
        yield return new Resource<MentionsPayload>(new(TwitterServer.Name, Uri, "mentions", "Mentions", "The newest mentions, oldest first."), gate, log,
            (_, cancellation) => Read(mentions, null, cancellation));
        yield return new Resource<MentionsPayload>(
            new(TwitterServer.Name, Uri, "mentions-since", "Mentions since", "The mentions that came after the one of this id, oldest first.", "since_id"), gate, log,
            (since, cancellation) => Read(mentions, since, cancellation));
    }

    private static async Task<MentionsPayload> Read(IMentions mentions, string? since, CancellationToken cancellation) =>
        new("twitter_mentions", PollIntervalSeconds, new(await mentions.Since(since, cancellation)));
}
