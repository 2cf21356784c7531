using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class FailPlanSpecs
{
    [Fact]
    public void a_failed_plan_is_recorded_with_its_reason() => Given(Created).When(Fail).Then(new CampaignPlanFailed("PLAN", "no model answered", Now));

    [Fact]
    public void the_same_failure_again_changes_nothing() => Given(Created, PlanFailed).When(Fail).ThenNothing();

    [Fact]
    public void the_same_failure_after_a_resume_pauses_the_campaign_again() =>
        Given(Created, PlanFailed, Resumed).When(Fail).Then(new CampaignPlanFailed("PLAN", "no model answered", Now));

    [Fact]
    public void another_failure_is_another_fact() =>
        Given(Created, PlanFailed with { Reason = "the plan was circular" }).When(Fail).Then(new CampaignPlanFailed("PLAN", "no model answered", Now));

    [Fact]
    public void what_was_paid_for_a_plan_that_failed_is_recorded() =>
        Given(Created).When(campaign => CampaignDecider.Decide(new FailPlan(CampaignId, "PLAN", "no model answered", 0.03m), campaign, Now))
            .Then(new CampaignPlanFailed("PLAN", "no model answered", Now, 0.03m));

    [Fact]
    public void a_campaign_with_a_plan_cannot_fail_to_plan() => Given(Created, Planned).When(Fail).ThenNothing();

    [Fact]
    public void a_campaign_that_is_over_needs_no_plan()
    {
        Given(Created, Completed).When(Fail).ThenNothing();
        Given(Created, Cancelled).When(Fail).ThenNothing();
    }

    private static CampaignEvent[] Fail(Campaign campaign) => CampaignDecider.Decide(new FailPlan(CampaignId, "PLAN", "no model answered"), campaign, Now);
}
