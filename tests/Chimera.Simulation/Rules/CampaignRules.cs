using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Rules;

/// <summary>What is reserved is what the open tasks have set aside; with what is spent it stays within the budget, unless a tool cost more than it said, or for what the planning cost.</summary>
internal sealed class CampaignRules(World world)
{
    private readonly Dictionary<Guid, decimal> planning = [];

    /// <summary>What the planning of a campaign has cost.</summary>
    public decimal PlanningUsd(Guid campaign) => planning.GetValueOrDefault(campaign);

    public void Folded(Guid id, object data) =>
        planning[id] = PlanningUsd(id) + (data is CampaignPlanned planned ? planned.CostUsd : data is CampaignPlanFailed failed ? failed.CostUsd : 0);

    public void Committed(object? state)
    {
        if (state is not Campaign campaign) return;
        var name = world.Names.Of(campaign.Id);
        var reserved = campaign.OpenTasks.Sum(id => world.Scenario.Reservations[id]);
        if (campaign.ReservedUsd != reserved)
            world.Break("budget-reserved", $"{name} has reserved {campaign.ReservedUsd}; its open tasks have set aside {reserved}");
        var tasks = world.Store.States.OfType<AgentTask>().Where(task => task.CampaignId == campaign.Id);
        var beyond = tasks.Sum(task => Math.Max(0, task.CostUsd - task.ReservedUsd));
        if (campaign.SpentUsd + campaign.ReservedUsd > campaign.BudgetUsd + beyond + PlanningUsd(campaign.Id))
            world.Break("budget-overshot", $"{name} has spent {campaign.SpentUsd} and reserved {campaign.ReservedUsd} of {campaign.BudgetUsd}");
    }
}
