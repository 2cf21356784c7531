using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

public static class CancelTasksHandler
{
    public static async Task<OutgoingMessages> Handle(CancelTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, chunk.TaskIds, cancellation);
        await session.Load(step, chunk.TaskIds.Select(id => step.Find<AgentTask>(id)?.HitlId).OfType<Guid>(), cancellation);
        PlanningStep.Cancel(step, chunk.TaskIds, chunk.Reason);
        return session.Apply(step);
    }
}
