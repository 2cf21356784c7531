using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class PauseCampaignSpecs
{
    [Fact]
    public void an_active_campaign_can_be_paused() => Given(Created).When(Pause).Then(new CampaignPaused("operator", Now));

    [Fact]
    public void a_draft_can_be_paused() => Given(Drafted).When(Pause).Then(new CampaignPaused("operator", Now));

    [Fact]
    public void pausing_twice_changes_nothing() => Given(Created, Paused).When(Pause).ThenNothing();

    [Fact]
    public void a_campaign_that_is_over_cannot_be_paused()
    {
        Given(Created, Completed).When(Pause).ThenBreaks("campaign.over");
        Given(Created, Cancelled).When(Pause).ThenBreaks("campaign.over");
    }

    private static CampaignEvent[] Pause(Campaign campaign) => CampaignDecider.Decide(new PauseCampaign(CampaignId, "operator"), campaign, Now);
}
