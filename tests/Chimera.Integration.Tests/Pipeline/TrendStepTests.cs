using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;
using Chimera.Handlers;
using Chimera.Handlers.DeadLetters;
using Chimera.Handlers.Trends;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>What becomes of a trend at awkward moments.</summary>
public sealed class TrendStepTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly TrendingTopic Walks = new("Walks at dawn", "culture", 0.9, [], Sentiment.Positive);

    private readonly Guid agent = Guid.CreateVersion7(), campaign = Guid.CreateVersion7(), analysis = Guid.CreateVersion7();
    private readonly StoredPast past = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Guid Result => DerivedId.OfResult(analysis, 0);

    [Fact]
    public async Task a_campaign_that_is_being_planned_takes_up_no_trend_and_does_when_its_plan_is_there()
    {
        Begun();
        var seen = new TrendSeen(Trend.IdOf(AnalyzeTrendInput.Trending, Walks.Topic), AnalyzeTrendInput.Trending, Walks, Now);
        Assert.Empty((await TakeTrendsHandler.Run(new([seen], [campaign]), past, TrendPolicy.Default, Now, Stop)).Changes);

        past.Happened(campaign, new CampaignPlanned([Guid.CreateVersion7()], 0, "test", Now));
        var taken = await TakeTrendsHandler.Run(new([seen], [campaign]), past, TrendPolicy.Default, Now, Stop);
        Assert.Equal([typeof(TrendSeen), typeof(TrendTaken)], taken.Changes.Single(change => change.StreamId == seen.TrendId).Events.Select(one => one.GetType()));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task what_an_analysis_leads_to_is_held_with_its_agent_or_campaign_and_not_lost(bool agentPaused)
    {
        Accepted();
        past.Happened(agentPaused ? agent : campaign, agentPaused ? new AgentPaused("rest", Now) : new CampaignPaused("rest", Now));
        var held = await Follow();
        Assert.Empty(held.Changes);
        Assert.Equal(new Outgoing(new FollowTrend(campaign, analysis), Now + WorkingStep.HoldTime), Assert.Single(held.Next.ToMessages()));

        past.Happened(agentPaused ? agent : campaign, agentPaused ? new AgentResumed(Now) : new CampaignResumed(Now));
        var followed = await Follow();
        Assert.Equal(TaskType.GeneratePost, followed.Get<AgentTask>(FollowTrendHandler.PostOf(analysis)).Type);
        Assert.Contains(followed.Next.ToMessages(), one => one.Message is SettleTasks);
    }

    [Fact]
    public async Task of_a_campaign_that_is_cancelled_nothing_is_held()
    {
        Accepted();
        past.Happened(agent, new AgentPaused("rest", Now));
        past.Happened(campaign, new CampaignCancelled("second thoughts", Now));
        Assert.IsType<SettleTasks>(Assert.Single((await Follow()).Next.ToMessages()).Message);
    }

    [Fact]
    public async Task an_analysis_whose_message_is_discarded_is_settled_all_the_same()
    {
        Accepted();
        var step = await DiscardDeadLetterHandler.Run(new FollowTrend(campaign, analysis), "the shop is closed", past, Now, Stop);
        Assert.Equal(analysis, Assert.Single(Assert.IsType<SettleTasks>(Assert.Single(step.Next.ToMessages()).Message).Outcomes).TaskId);
        Assert.Empty(step.Changes);
    }

    private Task<Step> Follow() => FollowTrendHandler.Run(new(campaign, analysis), past, TrendPolicy.Default, Now, Stop);

    private void Begun()
    {
        past.Happened(agent, new AgentCreated(agent, "Mara", "Walks.", new("mara.md", [], [], []), new("# Mara", "aa"), new("mara"), null, null, Now));
        past.Happened(campaign, new CampaignCreated(campaign, "Walks", null, [agent], Now, null, 10, [new("Walk", ["walks"], [Platform.Twitter], 1)], PlanConstraints.None, false, CampaignStatus.Active, "trace", Now));
    }

    private void Accepted()
    {
        Begun();
        past.Happened(campaign, new CampaignPlanned([analysis], 0, "test", Now));
        past.Happened(analysis, new TaskPlanned(analysis, agent, campaign, TaskType.AnalyzeTrend, 5, ChimeraJson.Write(new AnalyzeTrendInput(Trends: [Walks])), [], [], 3, 300, "trace", 0, false, null, Now),
            new TaskStarted(Guid.CreateVersion7(), 0, Now), new TaskCompleted(Result, 0, Now));
        var found = new AnalyzeTrendOutput([new(Walks.Topic, Walks.Category, Walks.RelevanceScore, [], Walks.Sentiment, 0.9, "Go early.")]);
        past.Happened(Result, new ResultSubmitted(Result, analysis, Guid.CreateVersion7(), TaskType.AnalyzeTrend, 0, ResultStatus.Success, ChimeraJson.Write(found), new(1, 0, 1, "test"), null, "trace", Now),
            new ResultApproved("judge", null, TaskResult.Sha256Of(ChimeraJson.Write(found)), null, Now));
    }
}
