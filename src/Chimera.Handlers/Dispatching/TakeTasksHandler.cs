using Chimera.Handlers.Working;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Dispatching;

/// <summary>Tasks that the platform's own worker has taken: from the lists, or because they never go there.</summary>
public sealed record TakeTasks(int Priority, IReadOnlyList<WorkItem> Items);

public static class TakeTasksHandler
{
    public static async Task<OutgoingMessages> Handle(
        TakeTasks chunk, IDocumentSession session, StateCache cache, Worker worker, CancellationToken cancellation) =>
        session.Apply(await ExecuteTasksHandler.Run(new(chunk.Priority, chunk.Items), session.Streams(cache), worker, cancellation));
}
