using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class CancelCampaignSpecs
{
    [Fact]
    public void a_campaign_that_is_not_over_can_be_cancelled()
    {
        Given(Drafted).When(Cancel).Then(new CampaignCancelled("operator", Now));
        Given(Created, Planned).When(Cancel).Then(new CampaignCancelled("operator", Now));
        Given(Created, Paused).When(Cancel).Then(new CampaignCancelled("operator", Now));
    }

    [Fact]
    public void cancelling_twice_changes_nothing() => Given(Created, Cancelled).When(Cancel).ThenNothing();

    [Fact]
    public void a_completed_campaign_cannot_be_cancelled() => Given(Created, Completed).When(Cancel).ThenBreaks("campaign.over");

    private static CampaignEvent[] Cancel(Campaign campaign) => CampaignDecider.Decide(new CancelCampaign(CampaignId, "operator"), campaign, Now);
}
