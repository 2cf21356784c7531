using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;

namespace Chimera.Handlers.Dispatching;

/// <summary>What goes into the lists, and what does not.</summary>
public static class DispatchStep
{
    /// <summary>How long tasks wait when the lists cannot be reached.</summary>
    public static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The tasks that are due and belong into a list. Held ones are looked at again, those that are no longer wanted are cancelled, and work with an
    /// effect stays with the platform's own worker: a foreign one might act instead of only preparing.
    /// </summary>
    public static IReadOnlyList<AgentTask> Due(Step step, ExecuteTasks chunk)
    {
        List<AgentTask> due = [];
        List<WorkItem> own = [], held = [];
        foreach (var item in chunk.Items)
        {
            if (step.Find<AgentTask>(item.TaskId) is not { } task || task.Attempt != item.Attempt || !IsOpen(step, task)) continue;
            var (agent, campaign) = (step.Get<Agent>(task.AgentId), step.Find<Campaign>(task.CampaignId));
            if (campaign?.Status == CampaignStatus.Cancelled || agent.Status == AgentStatus.Archived) PlanningStep.Cancel(step, [task.Id], "Its campaign or agent is gone.");
            else if (WorkingStep.IsHeld(agent, campaign)) held.Add(item);
            else if (task.Type.HasEffect()) own.Add(item);
            else due.Add(task);
        }
        if (own.Count > 0) step.Next.Send(new TakeTasks(chunk.Priority, own));
        if (held.Count > 0) step.Next.Send(new ExecuteTasks(chunk.Priority, held), step.Now + WorkingStep.HoldTime);
        return due;
    }

    public static void TryLater(Step step, int priority, IReadOnlyList<AgentTask> tasks) =>
        step.Next.Send(new ExecuteTasks(priority, [.. tasks.Select(task => new WorkItem(task.Id, task.Attempt))]), step.Now + RetryTime);

    /// <summary>Its present attempt may run, and has no result yet.</summary>
    public static bool IsOpen(Step step, AgentTask task) =>
        task.Stage is TaskStage.Pending or TaskStage.InProgress && step.Find<TaskResult>(DerivedId.OfResult(task.Id, task.Attempt)) is null;
}
