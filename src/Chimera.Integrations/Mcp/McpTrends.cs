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
            var payload = JsonSerializer.Deserialize<Payload>(await connection.ReadText(resourceUri, cancellation), ChimeraJson.Stored);
            return [.. (payload?.DataFormat?.TrendingTopics ?? throw new JsonException("trending_topics is missing.")).OfType<TrendingTopic>().Where(IsSound).Select(Clean)];
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
    private static bool IsSound(TrendingTopic topic) =>
        topic is { Topic: { } text, Category: not null, Sources: not null, RelevanceScore: >= 0 and <= 1 } && !string.IsNullOrWhiteSpace(text) &&
        topic.Sources.All(source => source is { Url: not null, Title: not null });

    private static TrendingTopic Clean(TrendingTopic topic) => topic with
    {
        Topic = OutsideText.Clean(topic.Topic, TrendingTopic.MaxTopicLength),
        Category = OutsideText.Clean(topic.Category, 100),
        Sources = [.. topic.Sources.Take(MostSources).Select(source => source with { Url = OutsideText.Clean(source.Url, 2000), Title = OutsideText.Clean(source.Title, 500) })]
    };

    private sealed record Payload(Trending? DataFormat);

    private sealed record Trending(IReadOnlyList<TrendingTopic?>? TrendingTopics);
}
