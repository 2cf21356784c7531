using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

public static class PlanTasksHandler
{
    public static async Task<OutgoingMessages> Handle(PlanTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(), now, cancellation));

    public static async Task<Step> Run(PlanTasks chunk, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.Tasks.Select(task => task.TaskId), cancellation);
        PlanningStep.Plan(step, chunk.Tasks);
        return step;
    }
}
