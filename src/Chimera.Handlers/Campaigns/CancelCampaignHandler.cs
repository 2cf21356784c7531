using Chimera.Domain.Campaigns;
using Chimera.Handlers.Planning;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Campaigns;

public static class CancelCampaignHandler
{
    public static async Task<OutgoingMessages> Handle(CancelCampaign command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(CancelCampaign command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.CampaignId], cancellation);
        Cancel(step, command);
        return step;
    }

    /// <summary>Ends a campaign, and with it what is still open.</summary>
    internal static void Cancel(Step step, CancelCampaign command)
    {
        var campaign = step.Get<Campaign>(command.CampaignId);
        step.Append(campaign.Id, CampaignDecider.Decide(command, campaign, step.Now));
        if (step.Changes.Count > 0)
            foreach (var chunk in campaign.OpenTasks.Chunk(NextStages.ChunkSize)) step.Next.Send(new CancelTasks(chunk, command.Reason));
    }
}
