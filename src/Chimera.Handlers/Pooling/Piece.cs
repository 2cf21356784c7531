namespace Chimera.Handlers.Pooling;

/// <summary>One item on its way through a pool.</summary>
internal sealed class Piece<TItem, TJob, TDone>(TItem item, Turn turn, Origin origin, CancellationToken cancellation) where TDone : class
{
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<TDone>? running;

    public TItem Item => item;
    public Turn Turn => turn;
    public Origin Origin => origin;

    /// <summary>Completed when what came of the item is stored.</summary>
    public Task End => end.Task;

    /// <summary>It was begun, in this process: its work is done once, however often storing it is tried.</summary>
    public bool IsBegun => running is not null;

    public bool IsRunning => running is { IsCompleted: false };

    /// <summary>What came of it; null while it runs and when there was nothing to do.</summary>
    /// <exception cref="Exception">Its work failed.</exception>
    public TDone? Done => running is { IsCompleted: true } ? running.GetAwaiter().GetResult() : null;

    public void Begin(IStage<TItem, TJob, TDone> stage, TJob job) => running = Start(stage, job);

    public Task Ran() => running ?? Task.CompletedTask;

    public void Stored() => end.TrySetResult();

    public void Fail(Exception failure) => end.TrySetException(failure);

    private async Task<TDone> Start(IStage<TItem, TJob, TDone> stage, TJob job) => await stage.Run(job, cancellation);
}
