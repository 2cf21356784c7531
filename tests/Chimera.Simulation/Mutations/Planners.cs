using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Domain.Trends;
using Chimera.Handlers;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Trends;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Mutations;

internal static class Planners
{
    public static async Task<Step> ReserveNothing(PlanCampaign message, IStreams streams, Machine on)
    {
        var step = await PlanCampaignHandler.Run(message, streams, on.Planner, on.Now, default);
        foreach (var events in step.Changes.Select(change => change.Events))
            for (var i = 0; i < events.Count; i++)
                if (events[i] is CampaignPlanned planned) events[i] = planned with { ReservedUsd = 0 };
        return step;
    }

    public static async Task<Step> ReleaseEarly(ReleaseTasks chunk, IStreams streams, Machine on)
    {
        var step = await streams.Begin(on.Now, chunk.TaskIds, default);
        var tasks = chunk.TaskIds.Select(id => step.Find<AgentTask>(id)).OfType<AgentTask>().Where(task => task.Stage == TaskStage.Pending).ToArray();
        await streams.Load(step, tasks.SelectMany(task => task.Dependencies), default);
        foreach (var task in tasks)
            if (task.Dependencies.Any(id => step.Find<AgentTask>(id)?.Stage == TaskStage.Completed)) step.Next.Execute(task);
        return step;
    }

    public static async Task<Step> TakeAgain(TakeTrends page, IStreams streams, Machine on)
    {
        var step = await TakeTrendsHandler.Run(page, streams, TrendPolicy.Default, on.Now, default);
        if (step.Changes.Count > 0 || step.Find<Trend>(page.Seen[0].TrendId) is not { } trend) return step;
        foreach (var campaign in trend.Campaigns) step.Append(trend.Id, [new TrendTaken(campaign, default, default, "1", on.Now)]);
        return step;
    }

    public static async Task<Step> SettleTwice(SettleTasks message, IStreams streams, Machine on)
    {
        var step = await streams.Begin(on.Now, [message.CampaignId], default);
        var campaign = step.Get<Campaign>(message.CampaignId);
        var ended = message.Outcomes.ToLookup(one => one.Completed, one => one.TaskId);
        var (released, spent) = (message.Outcomes.Sum(one => one.ReservedUsd), message.Outcomes.Sum(one => one.CostUsd));
        step.Append(campaign.Id, [new TasksSettled([.. ended[true]], [.. ended[false]], released, spent, on.Now)]);
        if (step.Get<Campaign>(campaign.Id) is { OpenTasks.Count: 0, Planned: true, IsOver: false }) step.Append(campaign.Id, [new CampaignCompleted(on.Now)]);
        return step;
    }
}
