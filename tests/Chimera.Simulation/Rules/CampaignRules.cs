using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Rules;

/// <summary>What is reserved is what the open tasks have set aside; with what is spent it stays within the budget, unless a tool cost more than it said.</summary>
internal sealed class CampaignRules(World world)
{
    public void Committed(object? state)
    {
        if (state is not Campaign campaign) return;
        var name = world.Names.Of(campaign.Id);
        var reserved = campaign.OpenTasks.Sum(id => world.Scenario.Reservations[id]);
        if (campaign.ReservedUsd != reserved)
            world.Break("budget-reserved", $"{name} has reserved {campaign.ReservedUsd}; its open tasks have set aside {reserved}");
        var tasks = world.Store.States.OfType<AgentTask>().Where(task => task.CampaignId == campaign.Id);
        var beyond = tasks.Sum(task => Math.Max(0, task.CostUsd - task.ReservedUsd));
        if (campaign.SpentUsd + campaign.ReservedUsd > campaign.BudgetUsd + beyond)
            world.Break("budget-overshot", $"{name} has spent {campaign.SpentUsd} and reserved {campaign.ReservedUsd} of {campaign.BudgetUsd}");
    }
}
