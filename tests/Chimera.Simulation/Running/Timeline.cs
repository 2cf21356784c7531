namespace Chimera.Simulation.Running;

/// <summary>Simulated time: everything that will happen, in order, on one thread. Code under simulation goes on here and nowhere else.</summary>
public sealed class Timeline : SynchronizationContext
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<Action, (long Time, long Turn)> due = new();
    private readonly Queue<(SendOrPostCallback Go, object? State)> ready = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private long turn;

    public TimeSpan Now { get; private set; }
    public long Turns { get; private set; }
    public bool IsEmpty => due.Count == 0;

    public void In(TimeSpan time, Action action) => due.Enqueue(action, ((Now + (time > TimeSpan.Zero ? time : TimeSpan.Zero)).Ticks, turn++));

    /// <summary>Lets the next thing happen, with all that follows from it at once.</summary>
    public void Next()
    {
        due.TryDequeue(out var action, out var when);
        Now = new(when.Time);
        Turns++;
        action!();
        while (ready.TryDequeue(out var next)) next.Go(next.State);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != thread) throw new InvalidOperationException("Something under simulation went on on another thread.");
        ready.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;
}
