using Chimera.Domain.Campaigns;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Campaigns;

/// <summary>Keeps the campaign's books; its queue is worked off one message at a time, so chunks do not contend for the stream.</summary>
public static class SettleTasksHandler
{
    public static async Task<OutgoingMessages> Handle(SettleTasks command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, [command.CampaignId], cancellation);
        var campaign = step.Get<Campaign>(command.CampaignId);
        step.Append(campaign.Id, CampaignDecider.Decide(command, campaign, now));
        return session.Apply(step);
    }
}
