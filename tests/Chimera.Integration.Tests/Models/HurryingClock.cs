using System.Collections.Concurrent;

namespace Chimera.Integration.Tests.Models;

/// <summary>A clock on which every wait is over at once, and which remembers how long it was meant to be.</summary>
internal sealed class HurryingClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
