using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Mcp;

/// <summary>Reads trends from the news server's resource (S2.4-4). What strangers write is taken as text and cut to what a field holds.</summary>
internal sealed class McpTrends(McpServers servers) : ITrendSource
{
    public const string Server = "mcp-server-news", Uri = AnalyzeTrendInput.Trending;
    private const int MostSources = 10;

    public async Task<IReadOnlyList<TrendingTopic>> Read(string resourceUri, CancellationToken cancellation)
    {
        if (servers.Find(Server) is not { } connection) throw new ToolException(ErrorTable.NotConfigured, $"{Server} is not configured.");
        try
        {
            return TopicsIn(await connection.ReadText(resourceUri, cancellation));
        }
        catch (JsonException misfit)
        {
            throw new ToolException(ErrorTable.WorkerError, $"{resourceUri} holds no trends: {misfit.Message}");
        }
        catch (Exception unreachable) when (unreachable is not ToolException && !cancellation.IsCancellationRequested)
        {
            throw new ToolException(ErrorTable.WorkerError, $"{resourceUri} cannot be read: {unreachable.Message}"); // reading changes nothing: it may be tried again
        }
    }

    /// <summary>One that lacks what the specification wants of it is no trend; the others are.</summary>
    internal static IReadOnlyList<TrendingTopic> TopicsIn(string payload) =>
        [.. FeedEntries.In(payload, "trending_topics").Select(FeedEntries.Read<TrendingTopic>).OfType<TrendingTopic>().Where(IsWhole).Select(Clean).Where(IsSound)];

    private static bool IsWhole(TrendingTopic topic) => topic is { Topic: not null, Category: not null, Sources: not null };

    private static TrendingTopic Clean(TrendingTopic topic) => topic with
    {
        Topic = OutsideText.Clean(topic.Topic, TrendingTopic.MaxTopicLength),
        Category = OutsideText.Clean(topic.Category, 100),
        Sources = [.. topic.Sources.Where(source => source is { Url: not null, Title: not null }).Take(MostSources).Select(Clean)]
    };

    private static TrendSource Clean(TrendSource source) => source with { Url = OutsideText.Clean(source.Url, 2000), Title = OutsideText.Clean(source.Title, 500) };

    private static bool IsSound(TrendingTopic topic)
    {
        try
        {
            topic.Validate("");
            return true;
        }
        catch (RuleViolationException)
        {
            return false;
        }
    }
}
