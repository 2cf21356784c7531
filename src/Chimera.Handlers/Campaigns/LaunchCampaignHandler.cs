using Chimera.Domain.Campaigns;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Campaigns;

public static class LaunchCampaignHandler
{
    public static async Task<OutgoingMessages> Handle(LaunchCampaign command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, [command.CampaignId], cancellation);
        var campaign = step.Get<Campaign>(command.CampaignId);
        step.Append(campaign.Id, CampaignDecider.Decide(command, campaign, now));
        Launch.When(step, campaign.Id);
        return session.Apply(step);
    }
}
