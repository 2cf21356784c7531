using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class CampaignGoalSpecs
{
    private const string Full =
        """
        {
          "objective": "Fill the shop", "topics": ["espresso"], "platforms": ["twitter", "instagram", "tiktok"], "posts": 3,
          "key_messages": ["We roast on Mondays."], "tone": "warm", "hashtags": ["#espresso"], "images": true, "priority": 7, "publish_after_seconds": 60
        }
        """;

    [Fact]
    public void a_goal_reads_and_writes_every_field() => JsonSpec.Of<CampaignGoal>(Full).ThenRoundTrips();

    [Fact]
    public void a_goal_without_extras_has_defaults() =>
        JsonSpec.Of<CampaignGoal>("""{"objective":"o","topics":["t"],"platforms":["tiktok"],"posts":1}""").ThenReads<CampaignGoal>(goal =>
        {
            Assert.Equal((5, false), (goal.Priority, goal.Images));
            Assert.Null(goal.KeyMessages);
            Assert.Null(goal.PublishAfterSeconds);
        });

    [Theory, InlineData("\"facebook\""), InlineData("null"), InlineData("1"), InlineData("\"twitter,tiktok\"")]
    public void an_unknown_platform_is_refused(string platform) =>
        JsonSpec.Of<CampaignGoal>(Full).With("/platforms", $"[{platform}]").ThenBreaks("json.misfit", "/platforms/0");

    [Fact]
    public void an_objective_has_1_to_500_characters()
    {
        Accepts(Goal with { Objective = new('o', 500) });
        Breaks(Goal with { Objective = new('o', 501) }, "campaign.goal-objective", "/objective");
        Breaks(Goal with { Objective = " " }, "campaign.goal-objective", "/objective");
    }

    [Fact]
    public void a_goal_needs_topics_that_say_something()
    {
        Breaks(Goal with { Topics = [] }, "campaign.goal-topics", "/topics");
        Breaks(Goal with { Topics = ["espresso", ""] }, "campaign.goal-topics", "/topics");
        Breaks(Goal with { Topics = [null!] }, "campaign.goal-topics", "/topics");
    }

    [Fact]
    public void a_goal_needs_a_platform() => Breaks(Goal with { Platforms = [] }, "campaign.goal-platforms", "/platforms");

    [Theory, InlineData(0), InlineData(-1), InlineData(10_001)]
    public void a_goal_asks_for_neither_no_nor_too_many_posts(int posts) => Breaks(Goal with { Posts = posts }, "campaign.goal-posts", "/posts");

    [Theory, InlineData(1), InlineData(10_000)]
    public void a_goal_asks_for_1_to_10000_posts(int posts) => Accepts(Goal with { Posts = posts });

    [Theory, InlineData(0), InlineData(11)]
    public void a_priority_outside_1_to_10_is_refused(int priority) => Breaks(Goal with { Priority = priority }, "task.priority", "/priority");

    [Theory, InlineData(1), InlineData(10)]
    public void a_priority_is_1_to_10(int priority) => Accepts(Goal with { Priority = priority });

    [Fact]
    public void a_delay_is_never_negative()
    {
        Accepts(Goal with { PublishAfterSeconds = 0 });
        Breaks(Goal with { PublishAfterSeconds = -1 }, "campaign.goal-publish", "/publish_after_seconds");
    }

    private static void Accepts(CampaignGoal goal) => goal.Validate("/goals/0");

    private static void Breaks(CampaignGoal goal, string rule, string field) => Broken.By(() => goal.Validate("/goals/0"), rule, "/goals/0" + field);
}
