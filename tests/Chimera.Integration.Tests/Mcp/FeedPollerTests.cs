using Chimera.Api.Hosting.Feeds;
using Chimera.Domain.Mentions;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;
using Chimera.Handlers.Mentions;
using Chimera.Handlers.Trends;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>Several pollers on one database, as several processes have them (S2.4-7).</summary>
public sealed class FeedPollerTests(QuietStage stage) : IClassFixture<QuietStage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_two_pollers_one_reads_and_the_other_takes_over_and_nothing_is_handled_twice()
    {
        var campaign = await stage.Walkers();
        await stage.Agent();
        await using Polling first = new(stage), second = new(stage);
        await first.Start();
        await Eventually.Is(() => Task.FromResult(first.Reads), reads => reads is { Mentions: > 0, Trends: > 0 }, "the first to read both feeds");
        await second.Start();
        var mention = await Handled("Forest walks at dawn");
        var seen = first.Reads;
        await Eventually.Is(() => Task.FromResult(first.Reads), reads => reads.Mentions > seen.Mentions + 3 && reads.Trends > seen.Trends + 3, "more looks");
        Assert.Equal((0, 0), second.Reads);

        await first.DisposeAsync();
        var later = await Handled("Forest walks at dusk");

        await stage.CaughtUp();
        Assert.NotEqual((0, 0), second.Reads);
        Assert.Equal((1, 1), (await Replies(mention), await Replies(later)));
        Assert.Equal((1, 1), (await stage.Tasks(campaign, "Forest walks at dawn", "analyze_trend"), await stage.Tasks(campaign, "Forest walks at dusk", "analyze_trend")));
    }

    [Fact]
    public async Task two_that_read_the_same_at_the_same_time_handle_it_once()
    {
        var campaign = await stage.Walkers();
        await stage.Planned(campaign);
        var (agent, parts) = (await stage.Agent(), stage.Part<PollerParts>());
        var topic = new TrendingTopic("Forest walks at noon", "culture", 0.9, [], Sentiment.Neutral);
        var trends = new TakeTrends([new(QuietStage.IdOf(topic.Topic), AnalyzeTrendInput.Trending, topic, DateTimeOffset.UtcNow)], [campaign]);
        var mention = new MentionSeen(Mention.IdOf(Domain.Tasks.Platform.Twitter, "77"), Domain.Tasks.Platform.Twitter, "77", new("eve", "Eve", false, 1), "@marafield hello", new(0, 0, 0), DateTimeOffset.UtcNow, DateTimeOffset.UtcNow);
        var mentions = new TakeMentions("twitter://mentions", [mention], [agent], "77");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => parts.Send(i % 2 == 0 ? trends : mentions, Stop)));
        await stage.CaughtUp();

        Assert.Equal((1, 1), (await stage.Tasks(campaign, topic.Topic, "analyze_trend"), await Replies("77")));
        Assert.StartsWith("trend_seen; trend_taken", await stage.Story(topic.Topic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task where_the_server_tells_of_a_change_nobody_waits_for_the_next_look()
    {
        await stage.Walkers();
        await stage.Agent();
        var clock = new HandClock();
        await using var polling = new Polling(stage, everySeconds: 3600, clock);
        await polling.Start();
        await Eventually.Is(() => Task.FromResult(clock.Waits), waits => waits == 2, "both pollers to wait for their first look");
        clock.Strike();
        await Eventually.Is(() => Task.FromResult(polling.Reads), reads => reads is { Mentions: > 0, Trends: > 0 }, "the first look");

        await Handled("Forest walks in rain"); // by a clock that strikes no more
    }

    [Fact]
    public async Task a_server_that_tells_of_nothing_is_looked_at_from_time_to_time()
    {
        await using var plain = new UntoldStage(stage.Chimera);
        await plain.InitializeAsync();
        await plain.Walkers();
        await using var polling = new Polling(plain);
        await polling.Start();
        await plain.Trend("Forest walks in fog");
        await plain.Until("Forest walks in fog", "trend_taken");
    }

    /// <summary>A mention and a trend, once both are dealt with.</summary>
    private async Task<string> Handled(string topic)
    {
        var mention = await stage.Ask<string>("select chimera_sandbox.mention('@marafield where do you walk?')");
        await stage.Trend(topic);
        await stage.Until(topic, "trend_taken");
        await Eventually.Is(() => Replies(mention), replies => replies == 1, "the mention to be answered");
        return mention;
    }

    private Task<long> Replies(string mention) => stage.Ask<long>($"select count(*) from chimera.tasks where task_type = 'reply_comment' and input_data ->> 'comment_id' = '{mention}'");
}
