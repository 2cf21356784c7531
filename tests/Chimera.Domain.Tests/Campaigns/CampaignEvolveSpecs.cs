using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class CampaignEvolveSpecs
{
    private static readonly DateTimeOffset Later = Then.AddDays(1);

    [Fact]
    public void a_created_campaign_holds_every_fact() => Given(Created).ThenState(campaign =>
    {
        Assert.Equal((CampaignId, "Roastery", "Opens in spring.", Then, End, 100m),
            (campaign.Id, campaign.Name, campaign.Description, campaign.StartDate, campaign.EndDate, campaign.BudgetUsd));
        Assert.Equal([Ada, Bob], campaign.AgentIds);
        Assert.Equivalent(new[] { Goal }, campaign.Goals, strict: true);
        Assert.Equal((PlanConstraints.None, false, CampaignStatus.Active, "trace-1"),
            (campaign.Constraints, campaign.DryRun, campaign.Status, campaign.TraceId));
        Assert.Equal((Then, Then, false, 0m, 0m, 100m),
            (campaign.CreatedAt, campaign.UpdatedAt, campaign.Planned, campaign.ReservedUsd, campaign.SpentUsd, campaign.FreeUsd));
    });

    [Fact]
    public void each_revision_replaces_its_own_field()
    {
        Given(Created, new CampaignRenamed("B", Later)).ThenState(campaign => Assert.Equal("B", campaign.Name));
        Given(Created, new CampaignDescribed(null, Later)).ThenState(campaign => Assert.Null(campaign.Description));
        Given(Created, new CampaignEndMoved(Later, Later)).ThenState(campaign => Assert.Equal(Later, campaign.EndDate));
        Given(Created, new CampaignBudgetSet(7, Later)).ThenState(campaign => Assert.Equal(7, campaign.BudgetUsd));
    }

    [Fact]
    public void a_plan_opens_its_tasks_and_reserves_their_cost() => Given(Created, PlanFailed, Resumed, Planned).ThenState(campaign =>
    {
        Assert.Equal(new HashSet<Guid> { Writing, Drawing, Posting }, campaign.OpenTasks);
        Assert.Equal((true, null, 60m, 40m, 3), (campaign.Planned, campaign.PlanError, campaign.ReservedUsd, campaign.FreeUsd, campaign.PlannedTasks));
    });

    [Fact]
    public void a_failed_plan_pauses_the_campaign_and_keeps_the_reason() =>
        Given(Created, PlanFailed)
            .ThenState(campaign => Assert.Equal((CampaignStatus.Paused, "no model answered", false), (campaign.Status, campaign.PlanError, campaign.Planned)));

    [Fact]
    public void what_planning_cost_is_spent() => Given(Created, PlanFailed with { CostUsd = 0.02m }, Resumed, Planned with { CostUsd = 0.03m })
        .ThenState(campaign => Assert.Equal((0.05m, 39.95m), (campaign.SpentUsd, campaign.FreeUsd)));

    [Theory]
    [InlineData("campaign_planned", """{"task_ids":[],"reserved_usd":1,"model_used":"m","at":"2026-01-01T12:00:00Z"}""")]
    [InlineData("campaign_plan_failed", """{"code":"PLAN","reason":"no model answered","at":"2026-01-01T12:00:00Z"}""")]
    public void plans_of_before_their_cost_was_booked_cost_nothing(string name, string stored) =>
        Assert.Equal(0, Campaign.Evolve(Campaign.Evolve(null, Created), (CampaignEvent)EventTypes.Read(name, System.Text.Encoding.UTF8.GetBytes(stored)))!.SpentUsd);

    [Fact]
    public void a_resumed_campaign_has_left_its_failed_plan_behind() =>
        Given(Created, PlanFailed, Resumed).ThenState(campaign => Assert.Equal((CampaignStatus.Active, null), (campaign.Status, campaign.PlanError)));

    [Fact]
    public void an_added_task_is_open_and_reserved() => Given(Created, Planned, new CampaignTaskAdded(Extra, 5, Later)).ThenState(campaign =>
    {
        Assert.Contains(Extra, campaign.OpenTasks);
        Assert.Equal((65m, 4, CampaignStatus.Active), (campaign.ReservedUsd, campaign.PlannedTasks, campaign.Status));
    });

    [Fact]
    public void a_completed_campaign_becomes_active_with_a_new_task_and_any_other_keeps_its_status()
    {
        var added = new CampaignTaskAdded(Extra, 5, Later);
        Given(Created, Completed, added).ThenState(campaign => Assert.Equal(CampaignStatus.Active, campaign.Status));
        Given(Created, Paused, added).ThenState(campaign => Assert.Equal(CampaignStatus.Paused, campaign.Status));
        Given(Drafted, added).ThenState(campaign => Assert.Equal(CampaignStatus.Draft, campaign.Status));
    }

    [Fact]
    public void settling_moves_money_from_reserved_to_spent_and_counts_the_tasks() =>
        Given(Created, Planned, new TasksSettled([Writing], [Posting], 40, 5, Later)).ThenState(campaign =>
        {
            Assert.Equal([Drawing], campaign.OpenTasks);
            Assert.Equal((1, 1, 3), (campaign.CompletedTasks, campaign.FailedTasks, campaign.PlannedTasks));
            Assert.Equal((20m, 5m, 75m), (campaign.ReservedUsd, campaign.SpentUsd, campaign.FreeUsd));
        });

    [Fact]
    public void every_change_of_status_is_folded()
    {
        Assert.Equal(CampaignStatus.Draft, StatusAfter(Drafted));
        Assert.Equal(CampaignStatus.Active, StatusAfter(Drafted, Launched));
        Assert.Equal(CampaignStatus.Paused, StatusAfter(Created, Paused));
        Assert.Equal(CampaignStatus.Active, StatusAfter(Created, Paused, Resumed));
        Assert.Equal(CampaignStatus.Completed, StatusAfter(Created, Completed));
        Assert.Equal(CampaignStatus.Cancelled, StatusAfter(Created, Cancelled));
    }

    [Fact]
    public void only_completed_and_cancelled_are_over()
    {
        Given(Drafted).ThenState(campaign => Assert.False(campaign.IsOver));
        Given(Created, Paused).ThenState(campaign => Assert.False(campaign.IsOver));
        Given(Created, Completed).ThenState(campaign => Assert.True(campaign.IsOver));
        Given(Created, Cancelled).ThenState(campaign => Assert.True(campaign.IsOver));
    }

    [Fact]
    public void the_status_is_draft_active_paused_completed_or_cancelled() =>
        Assert.Equal(["draft", "active", "paused", "completed", "cancelled"], Enum.GetValues<CampaignStatus>().Select(ChimeraJson.NameOf));

    [Fact]
    public void every_accepted_change_moves_updated_at() =>
        Assert.All(
            new CampaignEvent[]
            {
                new CampaignRenamed("B", Later), new CampaignDescribed("d", Later), new CampaignEndMoved(End, Later), new CampaignBudgetSet(1, Later),
                new CampaignLaunched(Later), Planned with { At = Later }, PlanFailed with { At = Later }, new CampaignTaskAdded(Extra, 1, Later),
                new TasksSettled([], [], 0, 0, Later), new CampaignPaused("r", Later), new CampaignResumed(Later), new CampaignCompleted(Later),
                new CampaignCancelled("r", Later)
            },
            change => Given(Created, change).ThenState(campaign => Assert.Equal((Then, Later), (campaign.CreatedAt, campaign.UpdatedAt))));

    private static CampaignStatus StatusAfter(params CampaignEvent[] history) => history.Aggregate(default(Campaign), Campaign.Evolve)!.Status;
}
