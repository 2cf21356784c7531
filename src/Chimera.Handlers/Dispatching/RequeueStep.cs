using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;

namespace Chimera.Handlers.Dispatching;

/// <summary>What the lists should hold of a task, as its streams tell it.</summary>
public static class RequeueStep
{
    /// <summary>The worker of attempts that nobody answered for.</summary>
    private static readonly Guid Nobody = new("0e2c1d4f-6a0b-5c57-9a4e-6b8f6f3b9d11");

    public static IEnumerable<Guid> ResultsOf(AgentTask task) =>
        task.HitlId is { } item ? [DerivedId.OfResult(task.Id, task.Attempt), DerivedId.OfModifiedResult(item)] : [DerivedId.OfResult(task.Id, task.Attempt)];

    /// <summary>A result without a judgement is reviewed, an open task executed; one whose lease is over has failed with TIMEOUT, as with our own worker.</summary>
    public static void Look(Step step, AgentTask task, bool leaseOver)
    {
        var unjudged = ResultsOf(task).Select(id => step.Find<TaskResult>(id)).FirstOrDefault(result => result is { Stage: ResultStage.Submitted, Status: not ResultStatus.Failure });
        if (unjudged is not null) step.Next.Review(task.Id, unjudged.Id);
        else if (!IsWaiting(step, task)) return;
        else if (leaseOver) Expire(step, task);
        else if (task is { Stage: TaskStage.Pending, RetryCount: > 0 } && task.Error is not null)
            // it may still stand back after a failure; the same pause again is long enough
            step.Next.Send(new ExecuteTasks(task.Priority, [new(task.Id, task.Attempt)]), step.Now + Backoff.After(task.Id, task.RetryCount - 1));
        else step.Next.Execute(task);
    }

    /// <summary>Work with an effect is in no list, and held work comes again by itself.</summary>
    private static bool IsWaiting(Step step, AgentTask task) =>
        DispatchStep.IsOpen(step, task) && !task.Type.HasEffect() && !WorkingStep.IsHeld(step.Find<Agent>(task.AgentId), step.Find<Campaign>(task.CampaignId)) &&
        task.Dependencies.All(id => step.Find<AgentTask>(id)?.Stage == TaskStage.Completed);

    private static void Expire(Step step, AgentTask task)
    {
        step.Append(task.Id, TaskDecider.Decide(new StartTask(task.Id, task.WorkerId ?? Nobody, task.Attempt), task, step.Now));
        var error = new TaskError(ErrorTable.Timeout, $"No worker answered within {task.TimeoutSeconds} s.");
        WorkingStep.Submit(step, [new(step.Get<AgentTask>(task.Id), null, error, task.TimeoutSeconds * 1000)]);
    }
}
