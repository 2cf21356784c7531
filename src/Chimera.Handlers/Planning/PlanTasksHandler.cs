using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

public static class PlanTasksHandler
{
    public static async Task<OutgoingMessages> Handle(PlanTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, chunk.Tasks.Select(task => task.TaskId), cancellation);
        PlanningStep.Plan(step, chunk.Tasks);
        return session.Apply(step);
    }
}
