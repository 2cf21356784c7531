using Chimera.Domain.Tasks.Schemas;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;

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
        var (feed, gate) = stage.BackEnd<ITrendFeed>(() => new SandboxTrends(stage.Sandbox, TimeProvider.System), missing: "NEWS_FEEDS");
        var words = new ResourceWords(Name, Uri, "trending", "Trending topics", "What people talk about now, the most relevant first.");
        var trending = new Resource<TrendsPayload>(words, gate, stage.Log, async (_, cancellation) =>
            new("news_trends", PollIntervalSeconds, new(await feed.Read(cancellation))));
        return new([], [trending], feed as IResourceChanges);
    }
}
