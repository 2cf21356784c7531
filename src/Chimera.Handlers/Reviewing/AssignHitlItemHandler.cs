using Chimera.Domain.Hitl;
using Marten;

namespace Chimera.Handlers.Reviewing;

public static class AssignHitlItemHandler
{
    public static async Task Handle(AssignHitlItem command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, [command.HitlId], cancellation);
        step.Append(command.HitlId, HitlDecider.Decide(command, step.Get<HitlItem>(command.HitlId), now));
        session.Apply(step);
    }
}
