using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

public static class ReleaseTasksHandler
{
    public static async Task<OutgoingMessages> Handle(ReleaseTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(), now, cancellation));

    public static async Task<Step> Run(ReleaseTasks chunk, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.TaskIds, cancellation);
        await streams.Load(step, chunk.TaskIds.SelectMany(id => step.Find<AgentTask>(id)?.Dependencies ?? []), cancellation);
        PlanningStep.Release(step, chunk.TaskIds);
        return step;
    }
}
