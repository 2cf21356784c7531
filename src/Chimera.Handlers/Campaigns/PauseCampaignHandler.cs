using Chimera.Domain.Campaigns;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Campaigns;

public static class PauseCampaignHandler
{
    public static async Task<OutgoingMessages> Handle(PauseCampaign command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(PauseCampaign command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.CampaignId], cancellation);
        var campaign = step.Get<Campaign>(command.CampaignId);
        step.Append(campaign.Id, CampaignDecider.Decide(command, campaign, now));
        return step;
    }
}
