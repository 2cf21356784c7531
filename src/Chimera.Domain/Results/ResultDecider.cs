using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using static Chimera.Domain.Results.ResultStage;
using static Chimera.Domain.Rule;

namespace Chimera.Domain.Results;

/// <summary>The rules of a result's review and commit. Pure: (command, state, now) in, events out.</summary>
public static class ResultDecider
{
    public static ResultEvent[] Decide(SubmitResult command, DateTimeOffset now)
    {
        Require(command.Metadata.ConfidenceScore is >= 0 and <= 1, "result.confidence", "The confidence is between 0 and 1.", "/metadata/confidence_score");
        Require(command.Metadata.CostUsd >= 0, "result.cost", "A cost is never negative.", "/metadata/cost_usd");
        if (command.Status == ResultStatus.Failure) Require(command.ErrorDetails is not null, "result.error", "A failure says why.", "/error_details");
        else
        {
            Require(command.OutputData is not null, "result.output", "A success has an output.", "/output_data");
            TaskSchemas.ReadPrepared(command.TaskType, command.OutputData.Value);
        }
        return
        [
            new ResultSubmitted(command.ResultId, command.TaskId, command.WorkerId, command.TaskType, command.Attempt, command.Status,
                command.OutputData, command.Metadata, command.ErrorDetails, command.TraceId, now)
        ];
    }

    public static ResultEvent[] Decide(ApproveResult command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage is Approved or Committing or Committed) return [];
        RequireStage(result, Submitted, Escalated);
        Require(result.OutputData is not null, "result.output", "A result without an output cannot be approved.");
        return [new ResultApproved(command.ApprovedBy, command.Reviewer, TaskResult.Sha256Of(result.OutputData.Value), command.Judgement, now)];
    }

    public static ResultEvent[] Decide(RejectResult command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage == Rejected) return [];
        RequireStage(result, Submitted, Escalated);
        return [new ResultRejected(command.RejectedBy, command.Reviewer, command.Reason, command.Judgement, now)];
    }

    public static ResultEvent[] Decide(EscalateResult command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage == Escalated) return [];
        RequireStage(result, Submitted, Committing, OutcomeUnknown);
        return [new ResultEscalated(command.HitlId, command.Reason, command.Judgement, now)];
    }

    public static ResultEvent[] Decide(ReplaceResult command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage == Replaced) return [];
        RequireStage(result, Escalated);
        return [new ResultReplaced(command.ByResultId, command.Reviewer, now)];
    }

    /// <summary>
    /// Opens the commit: the idempotency key is the result's id, so the same approval can never act twice. Requesting again is an event too: whoever
    /// requested before, and may be at it still, can no longer record what came of it.
    /// </summary>
    public static ResultEvent[] Decide(RequestEffect command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage == Committed) return [];
        RequireStage(result, Approved, Committing);
        Require(result.TaskType.HasEffect(), "result.no-effect", "This type of task has no effect to commit.");
        Require(TaskResult.Sha256Of(result.OutputData!.Value) == result.ContentSha256, "result.approval", "What would be sent is not what was approved.");
        return [new EffectRequested(result.Id.ToString(), result.ContentSha256, now)];
    }

    /// <summary>Takes a request back. Only for the first one: what came of an earlier one, this answer does not say.</summary>
    public static ResultEvent[] Decide(DeferEffect command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage == Approved) return [];
        RequireStage(result, Committing);
        Require(ErrorTable.IsRateLimit(command.Error.ErrorType), "result.deferral", "Only a rate limit says for certain that nothing was sent.");
        return [new EffectDeferred(command.Error, now)];
    }

    public static ResultEvent[] Decide(RecordEffect command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage == Committed) return [];
        RequireStage(result, Committing);
        TaskSchemas.ReadOutput(result.TaskType, command.OutputData);
        return [new EffectSucceeded(command.OutputData, command.Reconciled, now)];
    }

    public static ResultEvent[] Decide(FailEffect command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage == CommitFailed) return [];
        RequireStage(result, Committing);
        return [new EffectFailed(command.Error, now)];
    }

    public static ResultEvent[] Decide(LoseEffect command, TaskResult result, DateTimeOffset now)
    {
        if (result.Stage == OutcomeUnknown) return [];
        RequireStage(result, Committing);
        return [new EffectOutcomeUnknown(command.Error, now)];
    }

    private static void RequireStage(TaskResult result, params ReadOnlySpan<ResultStage> stages) =>
        Require(stages.Contains(result.Stage), "result.stage", $"The result is {result.Stage}; it must be {string.Join(" or ", stages.ToArray())}.");
}
