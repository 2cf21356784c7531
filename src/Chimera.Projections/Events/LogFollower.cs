namespace Chimera.Projections.Events;

/// <summary>
/// Follows the log without ever passing over an event. Numbers are taken before a transaction commits, so a number that is missing may still appear;
/// the follower stops before it until every transaction that could hold it has ended (ADR 0011).
/// </summary>
internal sealed class LogFollower(EventLog log)
{
    private Hole? hole;

    /// <summary>True while it waits for a number that may still appear.</summary>
    public bool IsHeldUp => hole is not null;

    /// <summary>The events after <paramref name="sequence"/>, up to <paramref name="limit"/> or the next missing number.</summary>
    public async Task<IReadOnlyList<StoredEvent>> Next(long sequence, int limit, CancellationToken cancellation)
    {
        Hole? settled = null;
        var page = await log.ReadAfter(sequence, limit, cancellation);
        if (page.Count > 0 && page[0].Sequence != sequence + 1)
        {
            if (!await IsSettled(sequence, page[0].Sequence, cancellation)) return [];
            settled = hole;
            page = await log.ReadAfter(sequence, limit, cancellation); // what was committed meanwhile is there now
        }
        hole = null; // of one that was filled in part, the rest is looked at anew
        return page.GetRange(0, Unbroken(page, settled));
    }

    private async Task<bool> IsSettled(long before, long behind, CancellationToken cancellation)
    {
        if (hole?.Before != before) hole = new(before, behind, await log.Writers(cancellation));
        else hole.Writers.IntersectWith(await log.Writers(cancellation));
        return hole.Writers.Count == 0;
    }

    /// <summary>How many events follow each other without a missing number, apart from those of a hole that nobody will fill.</summary>
    private static int Unbroken(List<StoredEvent> page, Hole? settled)
    {
        for (var i = 1; i < page.Count; i++)
            if (page[i].Sequence != page[i - 1].Sequence + 1 && page[i].Sequence > (settled?.Behind ?? 0)) return i;
        return page.Count;
    }

    /// <param name="Before">The last number that is there.</param>
    /// <param name="Behind">The next one that is.</param>
    /// <param name="Writers">Who could still fill it; those who began later have later numbers.</param>
    private sealed record Hole(long Before, long Behind, HashSet<string> Writers);
}
