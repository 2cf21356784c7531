namespace Chimera.Handlers.Pooling;

/// <summary>Groups what ends one by one: a group is full, its first member has waited long enough, or there is nobody to wait for.</summary>
internal sealed class LateGroups<TPiece>(int size, TimeSpan longest, TimeProvider clock, Action<TPiece[]> send)
{
    private readonly Lock gate = new();
    private List<TPiece> group = [];
    private ITimer? timer;
    private int expected;

    /// <summary>One more is expected, sooner or later.</summary>
    public void Expect()
    {
        lock (gate) expected++;
    }

    public void Add(TPiece piece)
    {
        lock (gate)
        {
            expected--;
            group.Add(piece);
            if (group.Count < size && expected > 0)
            {
                if (group.Count == 1) timer = clock.CreateTimer(_ => Send(), null, longest, Timeout.InfiniteTimeSpan);
                return;
            }
        }
        Send();
    }

    private void Send()
    {
        TPiece[] full;
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
            full = [.. group];
            group = [];
        }
        if (full.Length > 0) send(full);
    }
}
