using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Pooling;

namespace Chimera.Handlers.Reviewing;

/// <summary>Lets results and tasks follow what humans decided; decisions of the same moment are applied together, and the campaign books them as one.</summary>
public sealed class ReviewingStage : IStage<ApplyHitlDecision, HitlItem, HitlItem>
{
    public Turn TurnOf(ApplyHitlDecision item) => new(PlanTask.DefaultPriority, Guid.Empty);

    public async Task Load(Step step, IStreams streams, IReadOnlyCollection<ApplyHitlDecision> items, CancellationToken cancellation)
    {
        await streams.LoadShared(step, items.Select(item => item.HitlId), cancellation);
        await streams.Load(step, items.SelectMany(item => LookedAt(step.Get<HitlItem>(item.HitlId))), cancellation);
    }

    public HitlItem? Open(Step step, ApplyHitlDecision item) => step.Get<HitlItem>(item.HitlId);

    public Task<HitlItem> Run(HitlItem job, CancellationToken cancellation) => Task.FromResult(job);

    public void Close(Step step, ApplyHitlDecision item, HitlItem done) => ReviewingStep.Apply(step, step.Get<HitlItem>(item.HitlId));

    private static Guid[] LookedAt(HitlItem item) => item.ResultId is { } result
        ? [item.TaskId, result, DerivedId.OfTransaction(result), DerivedId.OfModifiedResult(item.Id)]
        : [item.TaskId];
}
