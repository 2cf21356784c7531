using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

public static class CancelTasksHandler
{
    public static async Task<OutgoingMessages> Handle(CancelTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(), now, cancellation));

    public static async Task<Step> Run(CancelTasks chunk, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.TaskIds, cancellation);
        await streams.Load(step, chunk.TaskIds.Select(id => step.Find<AgentTask>(id)?.HitlId).OfType<Guid>(), cancellation);
        PlanningStep.Cancel(step, chunk.TaskIds, chunk.Reason);
        return step;
    }
}
