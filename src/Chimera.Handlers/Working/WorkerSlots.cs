namespace Chimera.Handlers.Working;

/// <summary>Lets a bounded number of chunks in, highest priority first; a waiting chunk gains one level every 30 s, so that none starves (X-3, ADR 0007).</summary>
public sealed class WorkerSlots(int slots, TimeProvider clock)
{
    public static readonly TimeSpan LevelTime = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly LinkedList<Waiting> waiting = [];
    private int free = slots;

    /// <summary>Waits for a slot; dispose what it returns to give the slot back.</summary>
    public async Task<IDisposable> Enter(int priority, CancellationToken cancellation)
    {
        Waiting me;
        lock (gate)
        {
            if (free > 0 && waiting.Count == 0)
            {
                free--;
                return new Slot(this);
            }
            me = new(priority, clock.GetUtcNow(), new(TaskCreationOptions.RunContinuationsAsynchronously));
            waiting.AddLast(me);
        }
        await using var registration = cancellation.Register(() => GiveUp(me, cancellation));
        await me.Turn.Task;
        return new Slot(this);
    }

    private void GiveUp(Waiting one, CancellationToken cancellation)
    {
        lock (gate) waiting.Remove(one);
        one.Turn.TrySetCanceled(cancellation);
    }

    private void Leave()
    {
        lock (gate)
        {
            free++;
            while (free > 0 && waiting.Count > 0)
            {
                var next = waiting.MaxBy(one => one.Priority + (clock.GetUtcNow() - one.Since) / LevelTime)!;
                waiting.Remove(next);
                if (next.Turn.TrySetResult()) free--;
            }
        }
    }

    private sealed record Waiting(int Priority, DateTimeOffset Since, TaskCompletionSource Turn);

    private sealed class Slot(WorkerSlots slots) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) slots.Leave();
        }
    }
}
