using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;
using static Chimera.Domain.Rule;

namespace Chimera.Handlers.Dispatching;

/// <summary>
/// Accepts the results of foreign workers as if the platform's own had delivered them. A result is one attempt's, its id follows from the attempt,
/// and an attempt has one result: a second is refused, and what was recorded before is not recorded again.
/// </summary>
public static class IntakeStep
{
    /// <summary>The result that waits for a judgement; null when the attempt has failed.</summary>
    /// <exception cref="RuleViolationException">It is refused.</exception>
    public static ReviewItem? Record(Step step, TakenResult taken)
    {
        var entry = taken.Entry;
        Require(entry.Judgement is not null == taken.Judged, "result.judgement", taken.Judged ? "A judge's answer has a judgement." : "A worker does not judge its own result.", "/judgement");
        if (entry.Judgement is { } judgement) ForeignJudge.Check(judgement);
        Require(step.Find<AgentTask>(entry.TaskId) is not null, "task.unknown", $"There is no task {entry.TaskId}.", "/task_id");
        var task = step.Get<AgentTask>(entry.TaskId);
        if (step.Find<TaskResult>(entry.ResultId) is { } known && known.TaskId == task.Id && known.WorkerId == entry.WorkerId) return new(task.Id, known.Id, task.AgentId);
        var item = new WorkItem(task.Id, task.Attempt, task.AgentId, task.Type);
        RequireOpen(step, task, item, entry);
        WorkingStep.Submit(step, item, Finished(task with { WorkerId = entry.WorkerId }, entry));
        return Recorded(step, task, entry);
    }

    private static void RequireOpen(Step step, AgentTask task, WorkItem item, ResultEntry entry)
    {
        Require(!task.IsTerminal, "task.finished", $"The task is {task.Stage}.", "/task_id");
        Require(!EarlierResults(task).Any(id => id == entry.ResultId || IsSame(step.Find<TaskResult>(id), entry)), "task.attempt", $"That attempt is over; the task is at {task.Attempt}.", "/result_id");
        Require(WorkingStep.Open(step, item) is not null, "result.second", "This attempt has a result already.", "/task_id");
    }

    internal static IEnumerable<Guid> EarlierResults(AgentTask task) => Enumerable.Range(0, task.Attempt).Select(attempt => DerivedId.OfResult(task.Id, attempt));

    /// <summary>A worker that makes up ids of its own is known by what it delivered: the same once more, after a crash of ours, is not the next attempt's.</summary>
    private static bool IsSame(TaskResult? known, ResultEntry entry) =>
        known is { OutputData: { } output } && entry.OutputData is { } given && known.WorkerId == entry.WorkerId && known.Metadata == entry.Metadata && JsonElement.DeepEquals(output, given);

    private static Finished Finished(AgentTask task, ResultEntry entry)
    {
        var metadata = entry.Metadata;
        return entry is { Status: not ResultStatus.Failure, OutputData: { } output }
            ? new(task, new(output, metadata.ModelUsed, metadata.ConfidenceScore, metadata.CostUsd, metadata.TokensConsumed, entry.Status == ResultStatus.NeedsReview), null, metadata.ExecutionTimeMs)
            : new(task, null, ErrorOf(entry), metadata.ExecutionTimeMs);
    }

    private static TaskError ErrorOf(ResultEntry entry) => entry.Status == ResultStatus.Failure
        ? new(entry.ErrorDetails?.ErrorType ?? ErrorTable.WorkerError, entry.ErrorDetails?.ErrorMessage ?? "The worker does not say why.", entry.ErrorDetails?.StackTrace)
        : new(ErrorTable.InvalidOutput, "result.output: A success has an output.");

    /// <summary>An output that breaks its schema has ended the attempt, as it does everywhere, and is refused besides, so that its sender can be found.</summary>
    private static ReviewItem? Recorded(Step step, AgentTask task, ResultEntry entry)
    {
        var result = step.Get<TaskResult>(DerivedId.OfResult(task.Id, task.Attempt));
        if (result.Status != ResultStatus.Failure) return new(task.Id, result.Id, task.AgentId);
        if (entry.Status != ResultStatus.Failure && result.ErrorDetails?.ErrorMessage.Split(": ", 2) is [var code, var message])
            throw new RuleViolationException(code, message);
        return null;
    }
}
