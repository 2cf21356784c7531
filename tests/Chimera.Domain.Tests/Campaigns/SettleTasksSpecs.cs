using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class SettleTasksSpecs
{
    private static readonly TaskOutcome Wrote = new(Writing, Completed: true, ReservedUsd: 10, CostUsd: 4), Drew = new(Drawing, true, 20, 15);
    private static readonly TaskOutcome FailedToPost = new(Posting, Completed: false, ReservedUsd: 30, CostUsd: 1);

    [Fact]
    public void a_completed_task_releases_its_reservation_and_books_its_cost() =>
        Given(Created, Planned).When(Settle(Wrote)).Then(new TasksSettled([Writing], [], ReleasedUsd: 10, SpentUsd: 4, Now));

    [Fact]
    public void a_failed_task_is_booked_too() =>
        Given(Created, Planned).When(Settle(FailedToPost)).Then(new TasksSettled([], [Posting], 30, 1, Now));

    [Fact]
    public void several_tasks_are_booked_together() =>
        Given(Created, Planned).When(Settle(Wrote, FailedToPost)).Then(new TasksSettled([Writing], [Posting], 40, 5, Now));

    [Fact]
    public void the_last_open_task_completes_the_campaign() =>
        Given(Created, Planned, new TasksSettled([Writing], [], 10, 4, Then)).When(Settle(Drew, FailedToPost))
            .Then(new TasksSettled([Drawing], [Posting], 50, 16, Now), new CampaignCompleted(Now));

    [Fact]
    public void a_paused_campaign_completes_as_well() =>
        Given(Created, Planned, Paused).When(Settle(Wrote, Drew, FailedToPost))
            .Then(new TasksSettled([Writing, Drawing], [Posting], 60, 20, Now), new CampaignCompleted(Now));

    [Fact]
    public void a_cancelled_campaign_still_books_what_it_cost() =>
        Given(Created, Planned, Cancelled).When(Settle(Wrote, Drew, FailedToPost)).Then(new TasksSettled([Writing, Drawing], [Posting], 60, 20, Now));

    [Fact]
    public void a_task_is_settled_once() =>
        Given(Created, Planned, new TasksSettled([Writing], [], 10, 4, Then)).When(Settle(Wrote)).ThenNothing();

    [Fact]
    public void a_task_named_twice_is_settled_once() =>
        Given(Created, Planned).When(Settle(Wrote, Wrote with { CostUsd = 9 })).Then(new TasksSettled([Writing], [], 10, 4, Now));

    [Fact]
    public void the_late_word_of_an_earlier_end_does_not_close_a_reopened_task()
    {
        CampaignEvent[] past = [Created, Planned, new TasksSettled([], [Posting], 30, 1, Then), new CampaignTaskAdded(Posting, 30, Then, Attempt: 2)];
        Given(past).When(Settle(FailedToPost with { Attempt = 1 })).ThenNothing();
        Given(past).When(Settle(FailedToPost with { Attempt = 2 })).Then(new TasksSettled([], [Posting], 30, 1, Now));
    }

    [Fact]
    public void a_task_of_another_campaign_changes_nothing() => Given(Created, Planned).When(Settle(Wrote with { TaskId = Guid.NewGuid() })).ThenNothing();

    [Fact]
    public void settling_nothing_changes_nothing() => Given(Created, Planned).When(Settle()).ThenNothing();

    [Fact]
    public void an_overspent_campaign_is_paused() =>
        Given(Created, Planned).When(Settle(Wrote with { CostUsd = 100.01m }))
            .Then(new TasksSettled([Writing], [], 10, 100.01m, Now), new CampaignPaused("budget", Now));

    [Fact]
    public void a_campaign_that_spent_exactly_its_budget_goes_on() =>
        Given(Created, Planned).When(Settle(Wrote with { CostUsd = 100 })).Then(new TasksSettled([Writing], [], 10, 100, Now));

    [Fact]
    public void a_paused_campaign_is_not_paused_again() =>
        Given(Created, Planned, Paused).When(Settle(Wrote with { CostUsd = 200 })).Then(new TasksSettled([Writing], [], 10, 200, Now));

    private static Func<Campaign, CampaignEvent[]> Settle(params TaskOutcome[] outcomes) =>
        campaign => CampaignDecider.Decide(new SettleTasks(CampaignId, outcomes), campaign, Now);
}
