using Chimera.Domain.Policies;
using Chimera.Handlers.Pooling;
using Wolverine;

namespace Chimera.Handlers.Judging;

/// <summary>Hands a chunk to the pool; the message stays in its queue until what became of every result is stored.</summary>
public static class ValidateResultsHandler
{
    public static Task Handle(ValidateResults chunk, Envelope envelope, StagePool<ReviewItem, Review, Judgement> pool, CancellationToken cancellation) =>
        pool.Work(chunk.Items, Origin.Of(envelope), cancellation);
}
