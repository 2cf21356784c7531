namespace Chimera.Handlers.Pooling;

/// <summary>A stage whose work runs in a <see cref="StagePool{TItem,TJob,TDone}"/>: how an item is begun, done and closed.</summary>
public interface IStage<TItem, TJob, TDone>
{
    Turn TurnOf(TItem item);

    /// <summary>Reads what <see cref="Open"/> and <see cref="Close"/> look at.</summary>
    Task Load(Step step, IStreams streams, IReadOnlyCollection<TItem> items, CancellationToken cancellation);

    /// <summary>Begins an item; null when there is nothing to do for it any more, or not yet.</summary>
    TJob? Open(Step step, TItem item);

    Task<TDone> Run(TJob job, CancellationToken cancellation);

    /// <summary>Records what came of an item, on whatever its streams have become: what is recorded already, or is of no use any more, changes nothing.</summary>
    void Close(Step step, TItem item, TDone done);
}
