using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>From a real news server to a post (S2.4-6).</summary>
public sealed class TrendTests(TrendStage stage) : IClassFixture<TrendStage>
{
    private const string Feed = AnalyzeTrendInput.Trending;

    [Fact]
    public async Task a_trend_that_suits_becomes_one_post_however_often_it_is_seen()
    {
        const string topic = "Walking in the forest is good for sleep";
        var campaign = await stage.Walkers();
        await stage.Trend(topic);

        await Eventually.Is(() => stage.Posts(campaign, topic), posts => posts == 1, "the post to be out");
        var seen = await stage.Reads(Feed);
        await Eventually.Is(() => stage.Reads(Feed), reads => reads > seen + 3, "the news to be read again");

        Assert.Equal((1, 1, 1, 1),
            (await stage.Tasks(campaign, topic, "analyze_trend"), await stage.Tasks(campaign, topic, "generate_post"), await stage.Tasks(campaign, topic, "post_content"), await stage.Posts(campaign, topic)));
        Assert.Equal(topic, await stage.Ask<string>($"select input_data #>> '{{context,trend_alert,topic}}' from chimera.tasks where task_type = 'generate_post' and campaign_id = '{campaign}' and trace_id = '{QuietStage.IdOf(topic):N}'"));
    }

    [Fact]
    public async Task what_concerns_nobody_is_passed_over_and_what_does_not_suit_is_let_go()
    {
        var campaign = await stage.Walkers();
        await stage.Trend("Yoghurt with cinnamon");
        await stage.Trend("Walking");
        Assert.StartsWith("trend_seen; trend_passed_over it shares no words with the campaign", await stage.Until("Yoghurt with cinnamon", "passed_over"), StringComparison.Ordinal);
        Assert.Contains("trend_let_go it does not suit the agent", await stage.Until("Walking", "let_go"), StringComparison.Ordinal); // one word is not enough for the analyst
        Assert.Equal(0, await stage.Tasks(campaign, "Walking", "generate_post"));
    }

    [Fact]
    public async Task a_campaign_that_comes_later_decides_for_itself()
    {
        const string topic = "Forest walks by night";
        await stage.Walkers();
        await stage.Trend(topic);
        await stage.Until(topic, "post_planned");
        var later = await stage.Walkers();
        await Eventually.Is(() => stage.Posts(later, topic), posts => posts == 1, "the other campaign's post to be out");
    }
}

/// <summary>Campaigns to which a trend is nothing, each kind on a host of its own.</summary>
public sealed class NoTrendTests(ChimeraFixture chimera)
{
    private const string Topic = "Walking in the forest is good for sleep";

    [Fact]
    public async Task a_dry_run_does_not_even_read_the_news()
    {
        await using var stage = await Stage();
        await stage.Walkers(("dry_run", true));
        await stage.Trend(Topic);
        await stage.Walkers(("status", "draft"));
        Assert.Equal((0, ""), (await stage.Reads(AnalyzeTrendInput.Trending), await stage.Story(Topic)));
        await stage.Walkers();
        await Eventually.Is(() => stage.Reads(AnalyzeTrendInput.Trending), reads => reads > 0, "the news to be read for one that is not dry");
    }

    [Fact]
    public async Task beside_one_that_runs_a_dry_run_takes_no_part()
    {
        await using var stage = await Stage();
        var dry = await stage.Walkers(("dry_run", true));
        await stage.Walkers();
        await stage.Trend(Topic);
        Assert.StartsWith("trend_seen; trend_taken", await stage.Until(Topic, "post_planned"), StringComparison.Ordinal);
        Assert.Equal(0, await stage.Ask<long>($"select count(*) from chimera.tasks where campaign_id = '{dry}' and task_type = 'analyze_trend'"));
    }

    [Fact]
    public async Task a_campaign_looks_at_five_a_day()
    {
        await using var stage = await Stage();
        string[] topics = [.. "abcdefg".Select(letter => $"Forest walks of kind {letter}{letter}{letter}")];
        foreach (var topic in topics) await stage.Trend(topic, relevance: 1);
        await stage.Walkers();
        foreach (var topic in topics) await stage.Until(topic, "trend_seen");
        var stories = await Task.WhenAll(topics.Select(stage.Story));
        Assert.Equal(2, stories.Count(story => story.EndsWith("passed_over the campaign has looked at enough trends today", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task a_paused_agent_looks_at_nothing_and_no_money_buys_nothing()
    {
        await using var stage = await Stage();
        var campaign = await stage.Walkers();
        var agent = await stage.Ask<Guid>($"select agent_ids[1] from chimera.campaigns where campaign_id = '{campaign}'");
        (await stage.Call("POST", $"agents/{agent}/pause")).Expect(200);
        await stage.Walkers(("budget_usd", 0.04));
        await stage.Trend(Topic);
        var story = await stage.Until(Topic, "passed_over");
        Assert.Contains("its agents are not active", story, StringComparison.Ordinal);
        Assert.Contains("the campaign has no money left for it", story, StringComparison.Ordinal);
    }

    private async Task<TrendStage> Stage()
    {
        var stage = new TrendStage(chimera);
        await stage.InitializeAsync();
        return stage;
    }
}
