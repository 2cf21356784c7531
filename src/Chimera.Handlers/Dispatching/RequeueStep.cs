using Chimera.Domain;
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
        if (unjudged is not null) step.Next.Review(task, unjudged.Id);
        else if (!BelongsInAList(step, task)) return;
        else if (leaseOver) Expire(step, task);
        // a task that failed before may still stand back; the same pause again is long enough
        else step.Next.Execute(task, task is { Stage: TaskStage.Pending, RetryCount: > 0, Error: not null } ? step.Now + Backoff.After(task.Id, task.RetryCount - 1) : null);
    }

    /// <summary>What is held comes again by itself.</summary>
    private static bool BelongsInAList(Step step, AgentTask task) =>
        WorkingStep.Open(step, new(task.Id, task.Attempt)) is not null && CurrentWork.MayLeave(step, task) &&
        task.Dependencies.All(id => step.Find<AgentTask>(id)?.Stage == TaskStage.Completed);

    private static void Expire(Step step, AgentTask task)
    {
        var error = new TaskError(ErrorTable.Timeout, $"No worker answered within {task.TimeoutSeconds} s.");
        WorkingStep.Submit(step, new(task.Id, task.Attempt), new(task with { WorkerId = task.WorkerId ?? Nobody }, null, error, task.TimeoutSeconds * 1000));
    }
}
