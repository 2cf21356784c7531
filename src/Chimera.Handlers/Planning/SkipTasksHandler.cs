using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

public static class SkipTasksHandler
{
    public static async Task<OutgoingMessages> Handle(SkipTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, chunk.TaskIds, cancellation);
        PlanningStep.Skip(step, chunk.TaskIds, chunk.Error);
        return session.Apply(step);
    }
}
