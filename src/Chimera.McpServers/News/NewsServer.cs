using Chimera.Domain.Tasks.Schemas;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.News;

/// <summary>What people talk about (specification 2.4).</summary>
internal sealed record TrendsData(IReadOnlyList<TrendingTopic> TrendingTopics);

internal sealed record TrendsPayload(string ResourceType, int PollIntervalSeconds, TrendsData DataFormat);

/// <summary>Where trends come from.</summary>
internal interface ITrendFeed
{
    /// <summary>The most relevant first.</summary>
    Task<IReadOnlyList<TrendingTopic>> Read(CancellationToken cancellation);
}

/// <summary>Resource <c>news://trending</c>.</summary>
internal static class NewsServer
{
    public const string Name = "mcp-server-news", Uri = "news://trending";
    private const int PollIntervalSeconds = 300;

    public static readonly ServerKind Kind = new(Name, "News", "Lists what people talk about.", Make);

    private static ServerParts Make(Backstage stage)
    {
        var (feed, gate) = stage.BackEnd<ITrendFeed>(() => new SandboxTrends(stage.Sandbox, TimeProvider.System), () => Real(stage));
        var words = new ResourceWords(Name, Uri, "trending", "Trending topics", "What people talk about now, the most relevant first.");
        var trending = new Resource<TrendsPayload>(words, gate, stage.Log, async (_, cancellation) =>
            new("news_trends", PollIntervalSeconds, new(await feed.Read(cancellation))));
        return new([], [trending], stage.SubscriptionsTo([trending], feed));
    }

    private static FeedTrends Real(Backstage stage)
    {
        var variables = stage.Settings.Variables;
        variables.Require(Name, "NEWS_FEEDS");
        // a client for each: the circuit breaker of one has nothing to do with the others
        var readers = FeedSource.All(variables)
            .Select(feed => new FeedReader(feed, PlatformClients.Make("The feed", address: null, variables, patience: 15, redirects: true)));
        return new([.. readers], stage.Log, TimeProvider.System);
    }
}
