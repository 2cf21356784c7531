namespace Chimera.Handlers.Pooling;

/// <summary>
/// Does a stage's work within limits and stores what comes of it in groups (ADR 0019): what is begun together and ends within 50 ms is stored together;
/// what takes longer joins the next group, of 100 or after 50 ms, so that slow work holds nobody up. Nothing is kept here: whoever brings work keeps it
/// until it is stored.
/// </summary>
public sealed class StagePool<TItem, TJob, TDone> where TJob : class where TDone : class
{
    public const int GroupSize = 100;

    /// <summary>Work that takes longer is shown as begun; and the longest that a result waits for others.</summary>
    public static readonly TimeSpan GroupTime = TimeSpan.FromMilliseconds(50);

    /// <summary>Results that may wait to be stored before new work has to.</summary>
    private const int MostUnstored = 10 * GroupSize;

    /// <summary>On the context that it was, if there is one: a simulator's decides who goes on.</summary>
    private const ConfigureAwaitOptions Quietly = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly Lock gate = new();
    private readonly FairQueue<Piece<TItem, TJob, TDone>> queue;
    private readonly LateGroups<Piece<TItem, TJob, TDone>> late;
    private readonly GroupStore<TItem, TJob, TDone> store;
    private readonly IStage<TItem, TJob, TDone> stage;
    private readonly PoolOptions options;
    private int lanes, unstored;

    public StagePool(IStage<TItem, TJob, TDone> stage, IUnits units, PoolOptions options, TimeProvider clock)
    {
        (this.stage, this.options) = (stage, options);
        queue = new(options, clock);
        late = new(GroupSize, GroupTime, clock, group => _ = StoreLate(group));
        store = new(stage, units, clock, GroupTime);
    }

    /// <summary>Does these items and returns when what came of each of them is stored.</summary>
    public async Task Work(IReadOnlyCollection<TItem> items, Origin origin, CancellationToken cancellation)
    {
        var pieces = items.Select(item => new Piece<TItem, TJob, TDone>(item, stage.TurnOf(item), origin, cancellation)).ToArray();
        lock (gate)
            foreach (var piece in pieces) queue.Add(piece, piece.Turn);
        OpenLane();
        foreach (var piece in pieces) await piece.End.ConfigureAwait(Quietly); // one after the other, so that the caller goes on where it was
        await Task.WhenAll(pieces.Select(piece => piece.End));
    }

    private void OpenLane()
    {
        lock (gate)
        {
            if (lanes >= options.Lanes || queue.Count == 0 || IsFull()) return;
            lanes++;
        }
        _ = RunLane();
    }

    private async Task RunLane()
    {
        await Task.Yield(); // whoever brought the work does not wait for it here
        while (TakeGroup() is { Count: > 0 } group)
        {
            OpenLane(); // there may be enough for another
            foreach (var part in group.GroupBy(piece => piece.Origin)) await Begin([.. part]);
        }
    }

    private List<Piece<TItem, TJob, TDone>> TakeGroup()
    {
        lock (gate)
        {
            var group = IsFull() ? [] : queue.Take(GroupSize);
            if (group.Count == 0) lanes--;
            return group;
        }
    }

    private bool IsFull() => queue.Taken >= options.Parallel || unstored >= MostUnstored;

    private async Task Begin(Piece<TItem, TJob, TDone>[] pieces)
    {
        await store.Store(pieces);
        foreach (var piece in pieces)
            if (piece.End.IsCompleted) Leave(piece);
            else _ = Follow(piece);
    }

    private async Task Follow(Piece<TItem, TJob, TDone> piece)
    {
        late.Expect();
        await piece.Ran().ConfigureAwait(Quietly);
        Interlocked.Increment(ref unstored);
        Leave(piece);
        late.Add(piece);
    }

    private async Task StoreLate(Piece<TItem, TJob, TDone>[] group)
    {
        foreach (var part in group.GroupBy(piece => piece.Origin)) await store.Store([.. part]);
        Interlocked.Add(ref unstored, -group.Length);
        OpenLane();
    }

    private void Leave(Piece<TItem, TJob, TDone> piece)
    {
        lock (gate) queue.Leave(piece.Turn);
        OpenLane();
    }
}
