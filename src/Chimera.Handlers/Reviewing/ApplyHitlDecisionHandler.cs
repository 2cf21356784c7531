using Chimera.Domain;
using Chimera.Domain.Hitl;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Reviewing;

public static class ApplyHitlDecisionHandler
{
    public static async Task<OutgoingMessages> Handle(ApplyHitlDecision message, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(message, session.Streams(), now, cancellation));

    public static async Task<Step> Run(ApplyHitlDecision message, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [message.HitlId], cancellation);
        var item = step.Get<HitlItem>(message.HitlId);
        var resultId = item.ResultId ?? Guid.Empty;
        await streams.Load(step, [item.TaskId, resultId, DerivedId.OfTransaction(resultId), DerivedId.OfModifiedResult(item.Id)], cancellation);
        ReviewingStep.Apply(step, item);
        return step;
    }
}
