using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Mcp;

/// <summary>Reads trends from the news server's resource (S2.4-4).</summary>
internal sealed class McpTrends(McpServers servers) : ITrendSource
{
    private const string News = "mcp-server-news";

    public async Task<IReadOnlyList<TrendingTopic>> Read(string resourceUri, CancellationToken cancellation)
    {
        if (servers.Find(News) is not { } connection) throw new ToolException(ErrorTable.NotConfigured, $"{News} is not configured.");
        try
        {
            var payload = JsonSerializer.Deserialize<Payload>(await connection.ReadText(resourceUri, cancellation), ChimeraJson.Stored);
            return payload?.DataFormat?.TrendingTopics ?? throw new JsonException("trending_topics is missing.");
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

    private sealed record Payload(Trending? DataFormat);

    private sealed record Trending(IReadOnlyList<TrendingTopic>? TrendingTopics);
}
