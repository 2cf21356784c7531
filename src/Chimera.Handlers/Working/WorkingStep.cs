using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Transactions;
using Chimera.Handlers.Planning;

namespace Chimera.Handlers.Working;

/// <summary>How an attempt went, before anybody has judged it.</summary>
/// <param name="Product">Null when the attempt failed.</param>
/// <param name="FailureUsd">What a failed attempt cost all the same, in US dollars.</param>
public sealed record Finished(AgentTask Task, WorkProduct? Product, TaskError? Error, int ExecutionTimeMs, decimal FailureUsd = 0);

/// <summary>The worker's steps: start what may run, submit what came of it.</summary>
public static class WorkingStep
{
    /// <summary>Why a task is cancelled whose campaign was, or whose agent is archived.</summary>
    public const string Over = "Its campaign or agent is gone.";

    /// <summary>How long held work waits before it is looked at again.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Starts an attempt that is due and returns its order. Work of a paused agent or campaign is held, work of a campaign that is over is cancelled, and
    /// an attempt that has its result already (a redelivered chunk) is passed over.
    /// </summary>
    public static TaskOrder? Start(Step step, WorkItem item, Guid workerId)
    {
        if (Open(step, item) is not { } task) return null;
        var (agent, campaign) = (step.Get<Agent>(task.AgentId), step.Find<Campaign>(task.CampaignId));
        if (IsOver(agent, campaign)) PlanningStep.Cancel(step, [task.Id], Over);
        else if (IsHeld(agent, campaign)) step.Next.Execute(task, step.Now + HoldTime);
        else
        {
            step.Append(task.Id, TaskDecider.Decide(new StartTask(task.Id, workerId, task.Attempt), task, step.Now));
            return new(step.Get<AgentTask>(task.Id), agent, campaign, AcceptedOutputs(step, task));
        }
        return null;
    }

    /// <summary>
    /// Submits a finished attempt for review; a failed one is retried, revised or ended as the error table says. An attempt that is over by now, or has its
    /// result, is left as it is.
    /// </summary>
    public static void Submit(Step step, WorkItem item, Finished attempt)
    {
        if (Open(step, item) is not { } task) return;
        step.Append(task.Id, TaskDecider.Decide(new StartTask(task.Id, attempt.Task.WorkerId!.Value, task.Attempt), task, step.Now));
        task = step.Get<AgentTask>(task.Id) with { WorkerId = attempt.Task.WorkerId }; // of two that are at it, the one that delivers
        var resultId = DerivedId.OfResult(task.Id, task.Attempt);
        var error = attempt.Product is { } product ? Submit(step, task, resultId, product, attempt.ExecutionTimeMs) : attempt.Error;
        if (error is not null) Fail(step, task, resultId, error, attempt.ExecutionTimeMs, Math.Max(0, attempt.Product?.CostUsd ?? attempt.FailureUsd)); // what failed may lie about its cost, too
    }

    /// <summary>The task, while this attempt at it is open and has no result.</summary>
    public static AgentTask? Open(Step step, WorkItem item) =>
        step.Find<AgentTask>(item.TaskId) is { Stage: TaskStage.Pending or TaskStage.InProgress } task && task.Attempt == item.Attempt &&
        step.Find<TaskResult>(DerivedId.OfResult(task.Id, task.Attempt)) is null ? task : null;

    public static bool IsOver(Agent agent, Campaign? campaign) => campaign?.Status == CampaignStatus.Cancelled || agent.Status == AgentStatus.Archived;

    public static bool IsHeld(Agent? agent, Campaign? campaign) => agent?.Status == AgentStatus.Paused || campaign?.Status == CampaignStatus.Paused;

    private static TaskError? Submit(Step step, AgentTask task, Guid resultId, WorkProduct product, int elapsedMs)
    {
        try
        {
            var metadata = new ResultMetadata(elapsedMs, product.CostUsd, product.Confidence, product.ModelUsed, product.TokensConsumed);
            var command = new SubmitResult(resultId, task.Id, task.WorkerId!.Value, task.Type, task.Attempt,
                product.NeedsReview ? ResultStatus.NeedsReview : ResultStatus.Success, product.Output, metadata, null, task.TraceId);
            step.Append(resultId, ResultDecider.Decide(command, step.Now), new(task.AgentId, task.TraceId));
            if (task.Type == TaskType.ExecuteTransaction) PrepareTransaction(step, task, resultId, product);
            step.Next.Review(task, resultId);
            return null;
        }
        catch (RuleViolationException broken)
        {
            return new(ErrorTable.InvalidOutput, $"{broken.Code}: {broken.Message}");
        }
    }

    private static void Fail(Step step, AgentTask task, Guid resultId, TaskError error, int elapsedMs, decimal costUsd)
    {
        var command = new SubmitResult(resultId, task.Id, task.WorkerId!.Value, task.Type, task.Attempt, ResultStatus.Failure, null,
            new(elapsedMs, costUsd, 0, "none"), error, task.TraceId);
        step.Append(resultId, ResultDecider.Decide(command, step.Now), new(task.AgentId, task.TraceId));
        switch (ErrorTable.HandlingOf(error.ErrorType))
        {
            case ErrorHandling.Revise:
                step.Next.Replan(new(task.Id, resultId, error.ErrorMessage, error.ErrorType));
                break;
            case ErrorHandling.Escalate:
                Escalation.Open(step, task, resultId, error.ErrorType, null);
                break;
            default:
                FailAttempt(step, task, error, costUsd);
                break;
        }
    }

    /// <summary>Ends an attempt: a retry is sent to its time, the end of the task to whom it concerns.</summary>
    public static void FailAttempt(Step step, AgentTask task, TaskError error, decimal costUsd)
    {
        step.Append(task.Id, TaskDecider.Decide(new FailAttempt(task.Id, error, costUsd), task, step.Now));
        var failed = step.Get<AgentTask>(task.Id);
        if (failed.IsTerminal) step.Next.Ended(failed);
        else if (step.Changes.First(change => change.StreamId == task.Id).Events[^1] is TaskRetryScheduled retry)
            step.Next.Execute(failed, retry.RetryAt);
        if (ErrorTable.HandlingOf(error.ErrorType) != ErrorHandling.PauseAgent) return;
        step.Next.Send(new PauseAgent(task.AgentId, error.ErrorType, ByPipeline: true));
        step.Next.Send(new AlertOperator(error.ErrorType, error.ErrorMessage, task.AgentId, task.Id));
    }

    private static void PrepareTransaction(Step step, AgentTask task, Guid resultId, WorkProduct product)
    {
        var id = DerivedId.OfTransaction(resultId);
        var wanted = (ExecuteTransactionInput)TaskSchemas.ReadInput(task.Type, product.Output);
        step.Append(id, TransactionDecider.Decide(new PrepareTransaction(id, task.AgentId, task.Id, task.CampaignId, wanted), step.Now), new(task.AgentId, task.TraceId));
    }

    private static Dictionary<Guid, AcceptedOutput> AcceptedOutputs(Step step, AgentTask task)
    {
        var outputs = new Dictionary<Guid, AcceptedOutput>();
        foreach (var dependency in task.Dependencies)
            if (step.Find<AgentTask>(dependency)?.ResultId is { } id && step.Find<TaskResult>(id) is { OutputData: { } output } result)
                outputs[dependency] = new(id, result.TaskType, output);
        return outputs;
    }
}
