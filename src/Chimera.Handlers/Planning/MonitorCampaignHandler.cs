using Chimera.Domain.Campaigns;
using Chimera.Handlers.Campaigns;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

/// <summary>monitor_and_replan (S4.2-5): plans what is not planned yet, ends what is past its end, and looks again until the campaign is over.</summary>
public static class MonitorCampaignHandler
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static async Task<OutgoingMessages> Handle(MonitorCampaign message, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(message, session.Streams(), now, cancellation));

    public static async Task<Step> Run(MonitorCampaign message, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [message.CampaignId], cancellation);
        if (step.Find<Campaign>(message.CampaignId) is not { IsOver: false } campaign) return step;
        if (campaign.EndDate < now) CancelCampaignHandler.Cancel(step, new(campaign.Id, "The end date has passed."));
        else
        {
            if (campaign is { Status: CampaignStatus.Active, Planned: false }) step.Next.Send(new PlanCampaign(campaign.Id));
            step.Next.Send(message, now + Interval);
        }
        return step;
    }
}
