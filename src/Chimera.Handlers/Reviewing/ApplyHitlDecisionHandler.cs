using Chimera.Domain.Hitl;
using Chimera.Handlers.Pooling;
using Wolverine;

namespace Chimera.Handlers.Reviewing;

/// <summary>The message stays in its queue until what follows from the decision is stored, with that of others.</summary>
public static class ApplyHitlDecisionHandler
{
    public static Task Handle(ApplyHitlDecision message, Envelope envelope, StagePool<ApplyHitlDecision, HitlItem, HitlItem> pool, CancellationToken cancellation) =>
        pool.Work([message], Origin.Of(envelope), cancellation);
}
