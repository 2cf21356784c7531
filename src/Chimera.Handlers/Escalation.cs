using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers;

/// <summary>Gives a task to a human, with everything the human needs to decide (S4.4-3).</summary>
public static class Escalation
{
    public static void Open(Step step, AgentTask task, Guid resultId, string reason, Judgement? judgement)
    {
        // a result that comes back to a human gets an item of its own: the first was decided
        var hitlId = DerivedId.OfHitlItem(task.ResultId == resultId && task.HitlId is { } earlier ? earlier : resultId);
        var (result, agent) = (step.Get<TaskResult>(resultId), step.Find<Agent>(task.AgentId));
        step.Append(resultId, ResultDecider.Decide(new EscalateResult(resultId, hitlId, reason, judgement), result, step.Now), new(task.AgentId, task.TraceId));
        step.Append(task.Id, TaskDecider.Decide(new EscalateTask(task.Id, resultId, hitlId, reason), task, step.Now));
        var context = ChimeraJson.Write(new HitlContext(task.Type, agent?.Name, step.Find<Campaign>(task.CampaignId)?.Name, task.InputData,
            result.OutputData, judgement, result.ErrorDetails ?? task.Error));
        var open = new OpenHitlItem(hitlId, task.Id, resultId, task.AgentId, task.CampaignId, reason, context, task.Priority);
        step.Append(hitlId, HitlDecider.Decide(open, step.Now), new(task.AgentId, task.TraceId));
    }
}

/// <summary>What a reviewer sees of an escalated result: <c>hitl_queue.context_data</c>.</summary>
public sealed record HitlContext(
    TaskType TaskType, string? AgentName, string? CampaignName, System.Text.Json.JsonElement InputData, System.Text.Json.JsonElement? OutputData,
    Judgement? Judgement, TaskError? ErrorDetails);
