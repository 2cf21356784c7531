using Chimera.Domain.Hitl;
using Marten;

namespace Chimera.Handlers.Reviewing;

public static class AssignHitlItemHandler
{
    public static async Task Handle(AssignHitlItem command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(AssignHitlItem command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.HitlId], cancellation);
        step.Append(command.HitlId, HitlDecider.Decide(command, step.Get<HitlItem>(command.HitlId), now));
        return step;
    }
}
