using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Reviewing;
using Chimera.Simulation.Running;
using Chimera.Simulation.Work;

namespace Chimera.Simulation.Mutations;

internal static class Judges
{
    public static Task<Step> IgnoreFlags(ValidateResults chunk, IStreams streams, Machine on)
    {
        var judges = new SimulatedJudges(on);
        var policy = ReviewPolicy.Default with { SoftFlags = ["shouting", "violence"], MinSafety = 0 };
        return ValidateResultsHandler.Run(chunk, streams, new(judges, judges, policy), on, default);
    }

    public static async Task<Step> ApproveBlindly(ValidateResults chunk, IStreams streams, Machine on)
    {
        var step = await streams.Begin(on.Now, chunk.Items.SelectMany(item => new[] { item.TaskId, item.ResultId }), default);
        var tasks = chunk.Items.Select(item => step.Get<AgentTask>(item.TaskId)).ToArray();
        await streams.Load(step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? task.AgentId }), default);
        foreach (var item in chunk.Items)
            JudgingStep.Approve(step, step.Get<AgentTask>(item.TaskId), step.Get<TaskResult>(item.ResultId), "judge", null, null);
        return step;
    }

    public static async Task<Step> ApplyBlindly(ApplyHitlDecision message, IStreams streams, Machine on)
    {
        var step = await streams.Begin(on.Now, [message.HitlId], default);
        var item = step.Get<HitlItem>(message.HitlId);
        var resultId = item.ResultId!.Value;
        await streams.Load(step, [item.TaskId, resultId, DerivedId.OfTransaction(resultId), DerivedId.OfModifiedResult(item.Id)], default);
        if (item.Decision == HitlDecision.Approve) JudgingStep.Approve(step, step.Get<AgentTask>(item.TaskId), step.Get<TaskResult>(resultId), "human", item.Reviewer, null);
        else ReviewingStep.Apply(step, item);
        return step;
    }
}
