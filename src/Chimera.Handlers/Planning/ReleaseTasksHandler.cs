using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

public static class ReleaseTasksHandler
{
    public static async Task<OutgoingMessages> Handle(ReleaseTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, chunk.TaskIds, cancellation);
        await session.Load(step, chunk.TaskIds.SelectMany(id => step.Find<AgentTask>(id)?.Dependencies ?? []), cancellation);
        PlanningStep.Release(step, chunk.TaskIds);
        return session.Apply(step);
    }
}
