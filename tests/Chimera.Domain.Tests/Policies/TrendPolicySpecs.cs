using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Tests.Agents;
using Chimera.Domain.Tests.Campaigns;

namespace Chimera.Domain.Tests.Policies;

public sealed class TrendPolicySpecs
{
    private static readonly DateTimeOffset Now = CampaignHistory.Now;
    private static readonly Agent Ada = Agent.Evolve(null, AgentHistory.Created)!, Bob = Ada with { Id = Guid.NewGuid(), Name = "Bob", Bio = "Espresso, machines and prices." };
    private static readonly Campaign Roastery = Campaign.Evolve(null, CampaignHistory.Created)!;
    private static readonly TrendingTopic Prices = new("Espresso prices rise", "business", 0.8, [], Sentiment.Negative);
    private static readonly AnalyzedTrend Fitting = new(Prices.Topic, Prices.Category, Prices.RelevanceScore, [], Prices.Sentiment, 0.7, "What it means for us.");

    private readonly TrendPolicy policy = TrendPolicy.Default;

    [Fact]
    public void the_agent_that_shares_the_most_words_looks_at_a_trend() => Assert.Equal((Bob, ""), policy.Choose(Prices, Roastery, [Ada, Bob], Now));

    [Fact]
    public void words_meet_in_other_forms() => Assert.Equal(Bob, policy.Choose(Prices with { Topic = "A machine that sings" }, Roastery, [Ada, Bob], Now).Agent);

    [Fact]
    public void what_a_trends_sources_say_counts() =>
        Assert.Equal(Ada, policy.Choose(Prices with { Topic = "Strikes in Trieste", Sources = [new("https://news.example/1", "No espresso today", Now)] }, Roastery, [Ada], Now).Agent);

    [Fact]
    public void a_trend_that_is_not_relevant_enough_is_passed_over()
    {
        Passed("it is not relevant enough", Prices with { RelevanceScore = 0.49 }, Roastery);
        Assert.NotNull(policy.Choose(Prices with { RelevanceScore = 0.5 }, Roastery, [Ada], Now).Agent);
    }

    [Fact]
    public void a_trend_that_shares_no_words_is_passed_over() => Passed("it shares no words with the campaign", Prices with { Topic = "Chess in city parks" }, Roastery);

    [Theory]
    [InlineData(AgentStatus.Paused), InlineData(AgentStatus.Archived)]
    public void an_agent_that_is_not_active_looks_at_nothing(AgentStatus status)
    {
        Assert.Equal((null, "its agents are not active"), policy.Choose(Prices, Roastery, [Ada with { Status = status }], Now));
        Assert.Equal(Ada, policy.Choose(Prices, Roastery, [Bob with { Status = status }, Ada], Now).Agent);
    }

    [Fact]
    public void an_agent_without_an_account_where_trends_are_spoken_about_looks_at_nothing()
    {
        Agent voiceless = Bob with { SocialHandles = new(null, "bob") }, empty = Bob with { SocialHandles = new("") };
        Assert.Equal((null, "its agents have no account there"), policy.Choose(Prices, Roastery, [voiceless, empty], Now));
        Assert.Equal(Ada, policy.Choose(Prices, Roastery, [voiceless, Ada], Now).Agent);
        LetGo("the agent has no account there", Roastery, voiceless, Fitting);
    }

    [Fact]
    public void no_analysis_is_paid_for_that_can_lead_to_nothing()
    {
        Passed("the campaign does not allow generate_post", Prices, With(new(AllowedTaskTypes: [TaskType.AnalyzeTrend, TaskType.PostContent])));
        Passed("the campaign does not allow post_content", Prices, With(new(AllowedTaskTypes: [TaskType.AnalyzeTrend, TaskType.GeneratePost])));
        Passed("the campaign does not post where words alone will do", Prices, Roastery with { Goals = [CampaignHistory.Goal with { Platforms = [Platform.Instagram] }] });
        Passed("the campaign does not post where words alone will do", Prices, With(new(AllowedPlatforms: [Platform.Instagram])));
        Passed("the campaign has no money left for it", Prices, Roastery with { ReservedUsd = 99.91m }); // enough for the analysis alone
    }

    [Fact]
    public void what_follows_from_a_trend_keeps_the_campaigns_limits()
    {
        var four = With(new(MaxTasks: 6)) with { OpenTasks = [Guid.NewGuid()], CompletedTasks = 3 };
        Passed("the campaign may not have so many tasks more", Prices, four);
        Assert.NotNull(policy.Choose(Prices, four with { CompletedTasks = 2 }, [Ada], Now).Agent);
        Assert.NotNull(policy.Follow(new([Fitting]), four, Ada, Now).Post);
        LetGo("the campaign may not have so many tasks more", four with { CompletedTasks = 4 }, Ada, Fitting);
        Passed("the campaign's deadline is past", Prices, With(new(Deadline: Now)));
        LetGo("the campaign's deadline is past", With(new(Deadline: Now)), Ada, Fitting);
        Assert.NotNull(policy.Choose(Prices, With(new(Deadline: Now.AddSeconds(1))), [Ada], Now).Agent);
    }

    [Fact]
    public void a_campaign_that_may_do_no_more_looks_at_nothing()
    {
        Passed("the campaign is a dry run", Prices, Roastery with { DryRun = true });
        Passed("the campaign does not run", Prices, Roastery with { Status = CampaignStatus.Paused });
        Passed("the campaign does not run", Prices, Roastery with { EndDate = Now });
        Passed("the campaign does not allow analyze_trend", Prices, With(new(AllowedTaskTypes: [TaskType.GeneratePost])));
        Passed("the campaign may not have so many tasks more", Prices, With(new(MaxTasks: 3)) with { OpenTasks = [Guid.NewGuid()], CompletedTasks = 2 });
        Passed("the campaign has no money left for it", Prices, Roastery with { ReservedUsd = 99.96m });
    }

    [Fact]
    public void a_day_has_its_places_and_the_next_others()
    {
        var today = policy.PlacesOf(Roastery.Id, Now);
        Assert.Equal(policy.ADay, today.Distinct().Count());
        Assert.Equal(today, policy.PlacesOf(Roastery.Id, Now.AddHours(1)));
        Assert.Empty(today.Intersect(policy.PlacesOf(Roastery.Id, Now.AddDays(1))));
        Assert.Empty(today.Intersect(policy.PlacesOf(Guid.NewGuid(), Now)));
    }

    [Fact]
    public void a_trend_that_suits_becomes_a_post_on_the_nearest_goal()
    {
        var (far, near) = (CampaignHistory.Goal with { Objective = "Be kind", Topics = ["kindness"] }, CampaignHistory.Goal with { Topics = ["tea", "fair espresso prices"], Tone = "calm", Hashtags = ["#fair"] });
        var (post, goal, _) = policy.Follow(new([Fitting]), Roastery with { Goals = [far, near] }, Ada, Now);
        Assert.Equal(near, goal);
        Assert.Equal(("fair espresso prices", Platform.Twitter, "calm"), (post!.Topic, post.Platform, post.Tone));
        Assert.Equal(["#fair"], post.Hashtags);
        Assert.Equal((Prices.Topic, 0.8), (post.Context!.TrendAlert!.Topic, post.Context.TrendAlert.RelevanceScore));
        post.Validate();
    }

    [Fact]
    public void no_post_comes_of_what_does_not_suit_or_may_not_be()
    {
        LetGo("it does not suit the agent", Roastery, Ada, Fitting with { FitScore = 0.49 });
        LetGo("it does not suit the agent", Roastery, Ada);
        LetGo("the agent is not active", Roastery, Ada with { Status = AgentStatus.Paused }, Fitting);
        LetGo("the campaign does not run", Roastery with { Status = CampaignStatus.Completed }, Ada, Fitting);
        LetGo("the campaign has no money left for it", Roastery with { SpentUsd = 99.96m }, Ada, Fitting);
        LetGo("the campaign does not allow post_content", With(new(AllowedTaskTypes: [TaskType.AnalyzeTrend, TaskType.GeneratePost])), Ada, Fitting);
        LetGo("the campaign does not post where words alone will do", Roastery with { Goals = [CampaignHistory.Goal with { Platforms = [Platform.Instagram] }] }, Ada, Fitting);
        LetGo("the campaign does not post where words alone will do", With(new(AllowedPlatforms: [Platform.Instagram])), Ada, Fitting);
    }

    private static Campaign With(PlanConstraints constraints) => Campaign.Evolve(null, CampaignHistory.With(constraints))!;

    private void Passed(string reason, TrendingTopic trend, Campaign campaign) => Assert.Equal((null, reason), policy.Choose(trend, campaign, [Ada], Now));

    private void LetGo(string reason, Campaign campaign, Agent agent, params AnalyzedTrend[] found) =>
        Assert.Equal((null, null, reason), policy.Follow(new(found), campaign, agent, Now));
}
