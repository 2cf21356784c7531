using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

public static class SkipTasksHandler
{
    public static async Task<OutgoingMessages> Handle(SkipTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(), now, cancellation));

    public static async Task<Step> Run(SkipTasks chunk, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.TaskIds, cancellation);
        PlanningStep.Skip(step, chunk.TaskIds, chunk.Error);
        return step;
    }
}
