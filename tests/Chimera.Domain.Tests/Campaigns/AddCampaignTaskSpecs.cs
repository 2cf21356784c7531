using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class AddCampaignTaskSpecs
{
    [Fact]
    public void a_task_beyond_the_plan_reserves_its_cost() => Given(Created, Planned).When(Add(40)).Then(new CampaignTaskAdded(Extra, 40, Now));

    [Fact]
    public void a_task_that_may_cost_nothing_is_added_even_when_nothing_is_free() =>
        Given(Created, new CampaignTaskAdded(Writing, 100, Then)).When(Add(0)).Then(new CampaignTaskAdded(Extra, 0, Now));

    [Fact]
    public void adding_an_open_task_again_changes_nothing() => Given(Created, new CampaignTaskAdded(Extra, 40, Then)).When(Add(40)).ThenNothing();

    [Fact]
    public void a_task_costs_no_more_than_is_free() => Given(Created, Planned).When(Add(40.01m)).ThenBreaks("campaign.budget-exceeded");

    [Fact]
    public void a_reservation_is_never_negative() => Given(Created).When(Add(-0.01m)).ThenBreaks("task.reserved");

    [Fact]
    public void a_cancelled_campaign_takes_no_task() => Given(Created, Cancelled).When(Add(1)).ThenBreaks("campaign.over");

    [Fact]
    public void a_task_can_be_added_to_a_draft_a_paused_and_a_completed_campaign()
    {
        Given(Drafted).When(Add(1)).Then(new CampaignTaskAdded(Extra, 1, Now));
        Given(Created, Paused).When(Add(1)).Then(new CampaignTaskAdded(Extra, 1, Now));
        Given(Created, Completed).When(Add(1)).Then(new CampaignTaskAdded(Extra, 1, Now));
    }

    [Fact]
    public void a_settled_task_that_is_tried_again_reserves_again() =>
        Given(Created, new CampaignTaskAdded(Extra, 40, Then), new TasksSettled([], [Extra], 40, 5, Then))
            .When(Add(40)).Then(new CampaignTaskAdded(Extra, 40, Now));

    [Fact]
    public void a_reopened_task_is_no_longer_counted_as_failed() =>
        Given(Created, Planned, new TasksSettled([], [Posting], 30, 1, Then), new CampaignTaskAdded(Posting, 30, Then, Attempt: 2))
            .ThenState(campaign => Assert.Equal((3, 0), (campaign.PlannedTasks, campaign.FailedTasks)));

    private static Func<Campaign, CampaignEvent[]> Add(decimal reserved) =>
        campaign => CampaignDecider.Decide(new AddCampaignTask(CampaignId, Extra, reserved), campaign, Now);
}
