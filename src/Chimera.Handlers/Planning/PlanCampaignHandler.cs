using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Handlers.Campaigns;
using Chimera.Handlers.Working;
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
        await Plan(step, campaign, planner, cancellation);
        if (SettleTasksHandler.BudgetExceeded(campaign, step.Get<Campaign>(campaign.Id)) is { } alert) step.Next.Send(alert);
        return step;
    }

    private static async Task Plan(Step step, Campaign campaign, IPlanner planner, CancellationToken cancellation)
    {
        var paid = 0m;
        try
        {
            var agents = campaign.AgentIds.Select(step.Get<Agent>).Where(agent => agent.Status != AgentStatus.Archived).ToArray();
            var plan = await planner.CreatePlan(campaign, agents, campaign.Constraints, step.Now, cancellation);
            paid = plan.CostUsd;
            PlanningStep.Adopt(step, new(campaign.Id, plan.Tasks, planner.ModelUsed, plan.CostUsd));
        }
        catch (ToolException silent)
        {
            Fail(step, campaign, new(campaign.Id, "planner.model", $"{silent.ErrorType}: {silent.Message}", silent.CostUsd));
        }
        catch (RuleViolationException broken)
        {
            Fail(step, campaign, new(campaign.Id, broken.Code, broken.Message, paid));
        }
    }

    private static void Fail(Step step, Campaign campaign, FailPlan failure) => step.Append(campaign.Id, CampaignDecider.Decide(failure, campaign, step.Now));
}
