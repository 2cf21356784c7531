using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

/// <summary>create_plan (S4.2-4): asks the planner for the campaign's tasks and adopts them.</summary>
public static class PlanCampaignHandler
{
    public static async Task<OutgoingMessages> Handle(
        PlanCampaign message, IDocumentSession session, StateCache cache, IPlanner planner, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(message, session.Streams(cache), planner, now, cancellation));

    public static async Task<Step> Run(PlanCampaign message, IStreams streams, IPlanner planner, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [message.CampaignId], cancellation);
        var campaign = step.Get<Campaign>(message.CampaignId);
        if (campaign.Planned || campaign.Status != CampaignStatus.Active) return step;
        await streams.LoadShared(step, campaign.AgentIds, cancellation);
        try
        {
            var agents = campaign.AgentIds.Select(step.Get<Agent>).Where(agent => agent.Status != AgentStatus.Archived).ToArray();
            var tasks = await planner.CreatePlan(campaign, agents, campaign.Constraints, now, cancellation);
            PlanningStep.Adopt(step, new(campaign.Id, tasks, planner.ModelUsed));
        }
        catch (RuleViolationException broken)
        {
            step.Append(campaign.Id, CampaignDecider.Decide(new FailPlan(campaign.Id, broken.Code, broken.Message), campaign, now));
        }
        return step;
    }
}
