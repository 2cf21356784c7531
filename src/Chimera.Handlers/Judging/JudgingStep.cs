using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Transactions;

namespace Chimera.Handlers.Judging;

/// <summary>The judge's step: approve, reject or escalate each result.</summary>
public static class JudgingStep
{
    /// <summary>The result of the attempt that is open, while it waits for a judgement; a redelivered one finds it judged.</summary>
    public static Review? Open(Step step, ReviewItem item)
    {
        if (step.Find<TaskResult>(item.ResultId) is not { Stage: ResultStage.Submitted } result) return null;
        if (step.Find<AgentTask>(item.TaskId) is not { Stage: TaskStage.InProgress } task || task.Attempt != result.Attempt) return null;
        return new(result, task, step.Get<Agent>(task.AgentId), step.Find<Campaign>(task.CampaignId), ReleasedText(step, result));
    }

    /// <summary>Records a judgement of a result that still waits for one.</summary>
    public static void Record(Step step, ReviewItem item, Judgement judgement)
    {
        if (Open(step, item) is not { Result: var result, Task: var task }) return;
        var about = new Subject(task.AgentId, task.TraceId);
        switch (judgement.Decision)
        {
            case Decision.Approve:
                Approve(step, task, result, result.TaskType == TaskType.ExecuteTransaction ? "cfo_judge" : "judge", null, judgement);
                break;
            case Decision.Reject:
                step.Append(result.Id, ResultDecider.Decide(new RejectResult(result.Id, "judge", null, judgement.Reason, judgement), result, step.Now), about);
                step.Next.Replan(new(task.Id, result.Id, judgement.Reason, ErrorTable.Rejected));
                break;
            default:
                Escalation.Open(step, task, result.Id, judgement.Reason, judgement);
                break;
        }
    }

    /// <summary>Accepts a result: work without an effect is completed, work with one goes on to be committed, unless the run is dry.</summary>
    public static void Approve(Step step, AgentTask task, TaskResult result, string approvedBy, string? reviewer, Judgement? judgement)
    {
        step.Append(result.Id, ResultDecider.Decide(new ApproveResult(result.Id, approvedBy, reviewer, judgement), result, step.Now), new(task.AgentId, task.TraceId));
        var transactionId = DerivedId.OfTransaction(result.Id);
        if (step.Find<Transaction>(transactionId) is { } transaction)
            step.Append(transactionId, TransactionDecider.Decide(new ApproveTransaction(transactionId, approvedBy, reviewer), transaction, step.Now));
        if (task.Type.HasEffect() && !task.DryRun)
        {
            step.Append(task.Id, TaskDecider.Decide(new ApproveTask(task.Id, result.Id), task, step.Now));
            step.Next.Commit(task.Id, result.Id);
            return;
        }
        step.Append(task.Id, TaskDecider.Decide(new CompleteTask(task.Id, result.Id, step.Get<TaskResult>(result.Id).CostUsd), task, step.Now));
        step.Next.Ended(step.Get<AgentTask>(task.Id));
    }

    /// <summary>The text of the written post that this result takes over, if a human approved or wrote it.</summary>
    private static string? ReleasedText(Step step, TaskResult result)
    {
        if (step.Find<TaskResult>(SourceOf(result)) is not { OutputData: { } output } source) return null;
        if (!source.HumanApproved && source.Metadata.ModelUsed != Judge.HumanModel) return null;
        return Judge.TextOf(result) is { } text && output.TryGetProperty("text_content", out var written) &&
               text.StartsWith(written.GetString()!, StringComparison.Ordinal)
            ? text
            : null;
    }

    /// <summary>The result whose text a prepared post takes over.</summary>
    public static Guid? SourceOf(TaskResult? result) =>
        result is { TaskType: TaskType.PostContent, OutputData: { } output } && output.TryGetProperty("source_result_id", out var id) ? id.GetGuid() : null;
}
