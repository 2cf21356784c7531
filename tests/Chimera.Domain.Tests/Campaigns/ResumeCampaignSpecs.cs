using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class ResumeCampaignSpecs
{
    private static readonly TasksSettled Overspent = new([Writing], [], ReleasedUsd: 10, SpentUsd: 100.01m, Then);

    [Fact]
    public void a_paused_campaign_can_be_resumed() => Given(Created, Paused).When(Resume).Then(new CampaignResumed(Now));

    [Fact]
    public void a_draft_is_launched_and_not_resumed() => Given(Drafted).When(Resume).ThenBreaks("campaign.draft");

    [Fact]
    public void resuming_an_active_campaign_changes_nothing() => Given(Created).When(Resume).ThenNothing();

    [Fact]
    public void resuming_twice_changes_nothing() => Given(Created, Paused, Resumed).When(Resume).ThenNothing();

    [Fact]
    public void an_overspent_campaign_cannot_be_resumed() => Given(Created, Planned, Overspent, Paused).When(Resume).ThenBreaks("campaign.over-budget");

    [Fact]
    public void an_overspent_campaign_can_be_resumed_once_its_budget_is_raised() =>
        Given(Created, Planned, Overspent, Paused, new CampaignBudgetSet(200, Then)).When(Resume).Then(new CampaignResumed(Now));

    [Fact]
    public void a_campaign_that_is_over_cannot_be_resumed()
    {
        Given(Created, Completed).When(Resume).ThenBreaks("campaign.over");
        Given(Created, Cancelled).When(Resume).ThenBreaks("campaign.over");
    }

    private static CampaignEvent[] Resume(Campaign campaign) => CampaignDecider.Decide(new ResumeCampaign(CampaignId), campaign, Now);
}
