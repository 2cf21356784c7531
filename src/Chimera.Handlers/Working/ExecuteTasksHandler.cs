using Chimera.Handlers.Dispatching;
using Chimera.Handlers.Pooling;
using Wolverine;

namespace Chimera.Handlers.Working;

/// <summary>Hands a chunk to those who work; the message stays in its queue until what came of every task is stored, or it waits in a list.</summary>
public static class ExecuteTasksHandler
{
    public static async Task<OutgoingMessages> Handle(ExecuteTasks chunk, Envelope envelope, IWorkplace workplace, CancellationToken cancellation) =>
        StreamSession.Routed(await workplace.Execute(chunk, Origin.Of(envelope), cancellation));
}
