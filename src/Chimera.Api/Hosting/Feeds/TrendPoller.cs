using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;
using Chimera.Handlers.Trends;
using Chimera.Handlers.Working;

namespace Chimera.Api.Hosting.Feeds;

/// <summary>Reads what people talk about, as long as there is a campaign that it may concern; what was taken up or passed over is known by its stream.</summary>
internal sealed class TrendPoller(PollerParts parts, ITrendSource source) : FeedPoller(Feed, parts.Options.TrendsEverySeconds, parts)
{
    private const string Feed = AnalyzeTrendInput.Trending;

    // a dry run calls nobody, not even to read
    private const string Running = """
        select campaign_id from chimera.campaigns where status = 'active' and exists (
            select from chimera_events.mt_events where stream_id = campaign_id and version = 1 and not coalesce((data ->> 'dry_run')::bool, false))
        """;

    protected override async Task<int> Look(CancellationToken cancellation)
    {
        if (await Parts.Ids(Running, null, cancellation) is not { Count: > 0 } campaigns) return 0;
        var (now, topics) = (Parts.Clock.GetUtcNow(), await source.Read(Feed, cancellation));
        await Parts.Send(new TakeTrends([.. topics.Select(topic => new TrendSeen(Trend.IdOf(Feed, topic.Topic), Feed, topic, now))], campaigns), cancellation);
        return 0; // the resource lists all that there is
    }
}
