using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.McpServers.Calls;

namespace Chimera.McpServers.News;

/// <summary>The trends of the feeds that are configured. One that cannot be read is told in the log and passed over.</summary>
internal sealed class FeedTrends(IReadOnlyList<FeedReader> feeds, ILogger log, TimeProvider clock) : ITrendFeed
{
    private sealed record Reading(IReadOnlyList<FeedItem> Items, string? Failure);

    public async Task<IReadOnlyList<TrendingTopic>> Read(CancellationToken cancellation)
    {
        var readings = await Task.WhenAll(feeds.Select(feed => Read(feed, cancellation)));
        if (readings.All(reading => reading.Failure is not null))
            throw new ToolErrorException(ErrorTable.WorkerError, $"No feed can be read: {string.Join(" ", readings.Select(reading => reading.Failure))}");
        return TopicFinder.Find(readings.SelectMany(reading => reading.Items), clock.GetUtcNow());
    }

    private async Task<Reading> Read(FeedReader feed, CancellationToken cancellation)
    {
        try
        {
            return new(await feed.Read(cancellation), null);
        }
        catch (FeedException unreadable)
        {
            log.LogWarning("{Code}: the feed {Feed} cannot be read: {Reason}", unreadable.Code, feed.Feed.Place, unreadable.Message);
            return new([], $"{unreadable.Code}: {feed.Feed.Place}: {unreadable.Message}");
        }
    }
}
