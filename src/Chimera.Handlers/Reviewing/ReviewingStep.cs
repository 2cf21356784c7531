using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Judging;

namespace Chimera.Handlers.Reviewing;

/// <summary>What follows from a human's decision .</summary>
public static class ReviewingStep
{
    private static readonly Guid Humans = new("0e2c1d4f-6a0b-5c57-9a4e-6b8f6f3b9d10");

    public static void Apply(Step step, HitlItem item)
    {
        if (item is not { Status: HitlStatus.Resolved, ResultId: { } resultId, Reviewer: { } reviewer }) return;
        if (step.Find<AgentTask>(item.TaskId) is not { Stage: TaskStage.Escalated } task || task.HitlId != item.Id) return;
        var result = step.Get<TaskResult>(resultId);
        switch (item.Decision)
        {
            case HitlDecision.Approve when result.OutputData is not null:
                JudgingStep.Approve(step, task, result, "human", reviewer, null);
                break;
            case HitlDecision.Modify:
                Modify(step, item, task, result, reviewer);
                break;
            default:
                Reject(step, item, task, result, reviewer);
                break;
        }
    }

    private static void Reject(Step step, HitlItem item, AgentTask task, TaskResult result, string reviewer)
    {
        var reason = item.Feedback ?? item.EscalationReason;
        step.Append(result.Id, ResultDecider.Decide(new RejectResult(result.Id, "human", reviewer, reason, null), result, step.Now), new(task.AgentId, task.TraceId));
        step.Next.Replan(new(task.Id, result.Id, item.EscalationReason + (item.Feedback is null ? "" : ": " + item.Feedback), ErrorTable.Rejected));
    }

    /// <summary>The human's output is a new result, judged again for safety and budget.</summary>
    private static void Modify(Step step, HitlItem item, AgentTask task, TaskResult result, string reviewer)
    {
        var (newId, human) = (DerivedId.OfModifiedResult(item.Id), DerivedId.Of(Humans, reviewer));
        var about = new Subject(task.AgentId, task.TraceId);
        step.Append(result.Id, ResultDecider.Decide(new ReplaceResult(result.Id, newId, reviewer), result, step.Now), about);
        step.Append(task.Id, TaskDecider.Decide(new StartTask(task.Id, human, task.Attempt), task, step.Now));
        var submit = new SubmitResult(newId, task.Id, human, task.Type, task.Attempt, ResultStatus.Success, item.ModifiedOutput,
            new(0, result.CostUsd, 1, Judge.HumanModel), null, task.TraceId);
        step.Append(newId, ResultDecider.Decide(submit, step.Now), about);
        step.Next.Review(task, newId);
    }
}
