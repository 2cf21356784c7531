using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class LaunchCampaignSpecs
{
    [Fact]
    public void a_draft_is_launched() => Given(Drafted).When(Launch).Then(new CampaignLaunched(Now));

    [Fact]
    public void launching_twice_changes_nothing() => Given(Drafted, Launched).When(Launch).ThenNothing();

    [Fact]
    public void launching_what_runs_already_changes_nothing()
    {
        Given(Created).When(Launch).ThenNothing();
        Given(Created, Paused).When(Launch).ThenNothing();
    }

    [Fact]
    public void a_campaign_that_is_over_is_not_launched()
    {
        Given(Created, Completed).When(Launch).ThenBreaks("campaign.over");
        Given(Created, Cancelled).When(Launch).ThenBreaks("campaign.over");
    }

    private static CampaignEvent[] Launch(Campaign campaign) => CampaignDecider.Decide(new LaunchCampaign(CampaignId), campaign, Now);
}
