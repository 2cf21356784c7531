using Chimera.Domain.Campaigns;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Campaigns;

public static class LaunchCampaignHandler
{
    public static async Task<OutgoingMessages> Handle(LaunchCampaign command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(LaunchCampaign command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.CampaignId], cancellation);
        var campaign = step.Get<Campaign>(command.CampaignId);
        step.Append(campaign.Id, CampaignDecider.Decide(command, campaign, now));
        Launch.When(step, campaign.Id);
        return step;
    }
}
