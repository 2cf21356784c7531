using Chimera.Handlers.Dispatching;
using Chimera.Handlers.Pooling;
using Wolverine;

namespace Chimera.Handlers.Judging;

/// <summary>Hands a chunk to those who judge; the message stays in its queue until what became of every result is stored, or it waits in a list.</summary>
public static class ValidateResultsHandler
{
    public static async Task<OutgoingMessages> Handle(ValidateResults chunk, Envelope envelope, IWorkplace workplace, CancellationToken cancellation) =>
        StreamSession.Routed(await workplace.Review(chunk, Origin.Of(envelope), cancellation));
}
