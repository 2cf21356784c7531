using Chimera.Domain;
using Chimera.Domain.Hitl;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Reviewing;

public static class ApplyHitlDecisionHandler
{
    public static async Task<OutgoingMessages> Handle(ApplyHitlDecision message, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, [message.HitlId], cancellation);
        var item = step.Get<HitlItem>(message.HitlId);
        var resultId = item.ResultId ?? Guid.Empty;
        await session.Load(step, [item.TaskId, resultId, DerivedId.OfTransaction(resultId), DerivedId.OfModifiedResult(item.Id)], cancellation);
        ReviewingStep.Apply(step, item);
        return session.Apply(step);
    }
}
