using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Handlers.Planning;
using Marten;
using Wolverine;
using static Chimera.Domain.Rule;

namespace Chimera.Handlers.Campaigns;

public static class CreateCampaignHandler
{
    public static async Task<OutgoingMessages> Handle(
        CreateCampaign command, IDocumentSession session, StateCache cache, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(cache), now, cancellation));

    public static async Task<Step> Run(CreateCampaign command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.CampaignId], cancellation);
        if (step.Exists(command.CampaignId)) throw new AlreadyExistsException("campaign", command.CampaignId);
        var events = CampaignDecider.Decide(command, now);
        await streams.LoadShared(step, command.AgentIds, cancellation);
        for (var i = 0; i < command.AgentIds.Count; i++)
            Require(step.Find<Agent>(command.AgentIds[i]) is { Status: not AgentStatus.Archived }, "campaign.unknown-agent",
                $"There is no agent {command.AgentIds[i]}, or it is archived.", $"/agent_ids/{i}");
        step.Append(command.CampaignId, events);
        Launch.When(step, command.CampaignId);
        return step;
    }
}

/// <summary>Sets the planner to work on an active campaign, and the monitor to look after it.</summary>
internal static class Launch
{
    public static void When(Step step, Guid campaignId)
    {
        if (step.Get<Campaign>(campaignId).Status != CampaignStatus.Active || step.Changes.Count == 0) return;
        step.Next.Send(new PlanCampaign(campaignId));
        step.Next.Send(new MonitorCampaign(campaignId), step.Now + MonitorCampaignHandler.Interval);
    }
}
