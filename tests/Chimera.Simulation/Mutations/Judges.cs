using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Hitl;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Reviewing;
using Chimera.Simulation.Running;
using Chimera.Simulation.Work;

namespace Chimera.Simulation.Mutations;

internal static class Judges
{
    public static JudgingStage IgnoreFlags(Machine on)
    {
        var judges = new SimulatedJudges(on);
        return new(new(judges, judges, ReviewPolicy.Default with { SoftFlags = ["shouting", "violence"], MinSafety = 0 }));
    }

    /// <summary>Approves whatever the result and its task have become.</summary>
    internal sealed class Blind(Machine on) : IStage<ReviewItem, Review, Judgement>
    {
        private readonly JudgingStage real = new(on.Judge);

        public Turn TurnOf(ReviewItem item) => real.TurnOf(item);

        public Task Load(Step step, IStreams streams, IReadOnlyCollection<ReviewItem> items, CancellationToken cancellation) =>
            real.Load(step, streams, items, cancellation);

        public Review? Open(Step step, ReviewItem item) =>
            new(step.Get<TaskResult>(item.ResultId), step.Get<AgentTask>(item.TaskId), step.Get<Agent>(step.Get<AgentTask>(item.TaskId).AgentId), null, null);

        public Task<Judgement> Run(Review job, CancellationToken cancellation) => real.Run(job, cancellation);

        public void Close(Step step, ReviewItem item, Judgement done) =>
            JudgingStep.Approve(step, step.Get<AgentTask>(item.TaskId), step.Get<TaskResult>(item.ResultId), "judge", null, null);
    }

    public static async Task<Step> ApplyBlindly(ApplyHitlDecision message, IStreams streams, Machine on)
    {
        var step = await streams.Begin(on.Now, [message.HitlId], default);
        var item = step.Get<HitlItem>(message.HitlId);
        var resultId = item.ResultId!.Value;
        await streams.Load(step, [item.TaskId, resultId, DerivedId.OfTransaction(resultId), DerivedId.OfModifiedResult(item.Id)], default);
        if (item.Decision != HitlDecision.Approve) ReviewingStep.Apply(step, item);
        else JudgingStep.Approve(step, step.Get<AgentTask>(item.TaskId), step.Get<TaskResult>(resultId), "human", item.Reviewer, null);
        return step;
    }
}
