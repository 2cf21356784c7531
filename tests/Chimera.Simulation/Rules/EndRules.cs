using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Rules;

/// <summary>What must hold when everything has come to rest.</summary>
internal sealed class EndRules(World world, CampaignRules campaigns)
{
    public void Check()
    {
        if (world.Transport.Handled < 3 || world.Scenario.Campaigns.Count == 0) world.Break("end-empty", "nothing was done");
        foreach (var state in world.Store.States)
        {
            if (state is AgentTask task) Check(task);
            else if (state is Campaign campaign) Check(campaign);
            else if (state is HitlItem { Status: HitlStatus.Pending or HitlStatus.InReview } item)
                world.Break("end-hitl", $"{world.Names.Of(item.Id)} still waits for a human");
        }
        foreach (var key in world.Network.Keys.Select(Guid.Parse))
            if (world.Store.Find<TaskResult>(key)?.Stage != ResultStage.Committed)
                world.Break("end-effect", $"{world.Names.Of(key)} is published, and its result is {world.Store.Find<TaskResult>(key)?.Stage}");
    }

    private void Check(AgentTask task)
    {
        var name = world.Names.Of(task.Id);
        if (!task.IsTerminal) world.Break("end-task", $"{name} is {task.Stage} for ever");
        var acts = task.Stage == TaskStage.Completed && task.Type.HasEffect() && !task.DryRun;
        if (acts && world.Network.Find(task.ResultId.ToString()!) is null) world.Break("end-effect", $"{name} is completed, and nothing is published");
    }

    private void Check(Campaign campaign)
    {
        var (name, tasks) = (world.Names.Of(campaign.Id), world.Store.States.OfType<AgentTask>().Where(task => task.CampaignId == campaign.Id).ToArray());
        if (!campaign.IsOver) world.Break("end-campaign", $"{name} is {campaign.Status} for ever, with {campaign.OpenTasks.Count} open tasks");
        if (campaign.OpenTasks.Count > 0) world.Break("end-open", $"{name} still waits for {string.Join(", ", campaign.OpenTasks.Select(world.Names.Of))}");
        var cost = tasks.Sum(task => task.CostUsd) + campaigns.PlanningUsd(campaign.Id);
        if (campaign.SpentUsd != cost) world.Break("end-books", $"{name} has booked {campaign.SpentUsd}; its planning and its tasks cost {cost}");
        var completed = tasks.Count(task => task.Stage == TaskStage.Completed);
        if (campaign.CompletedTasks != completed || campaign.FailedTasks != tasks.Length - completed)
            world.Break("end-books", $"{name} counts {campaign.CompletedTasks} completed and {campaign.FailedTasks} failed tasks; {completed} are, of {tasks.Length}");
    }
}
