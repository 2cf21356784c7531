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

    /// <summary>Applies a human's approval to whatever the task has become.</summary>
    internal sealed class BlindReview : IStage<ApplyHitlDecision, HitlItem, HitlItem>
    {
        private readonly ReviewingStage real = new();

        public Turn TurnOf(ApplyHitlDecision item) => real.TurnOf(item);

        public Task Load(Step step, IStreams streams, IReadOnlyCollection<ApplyHitlDecision> items, CancellationToken cancellation) =>
            real.Load(step, streams, items, cancellation);

        public HitlItem? Open(Step step, ApplyHitlDecision item) => real.Open(step, item);

        public Task<HitlItem> Run(HitlItem job, CancellationToken cancellation) => real.Run(job, cancellation);

        public void Close(Step step, ApplyHitlDecision item, HitlItem done)
        {
            if (done.Decision != HitlDecision.Approve) real.Close(step, item, done);
            else JudgingStep.Approve(step, step.Get<AgentTask>(done.TaskId), step.Get<TaskResult>(done.ResultId!.Value), "human", done.Reviewer, null);
        }
    }
}
