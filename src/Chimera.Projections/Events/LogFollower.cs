namespace Chimera.Projections.Events;

/// <summary>
/// Follows the log without ever passing over an event. Numbers are taken before a transaction commits, so a number that is missing may still appear;
/// the follower stops before it until every transaction that could hold it has ended.
/// </summary>
internal sealed class LogFollower(EventLog log)
{
    private Hole? hole;

    /// <summary>The events after <paramref name="sequence"/>, up to <paramref name="limit"/> or the first number that may still appear.</summary>
    public async Task<IReadOnlyList<StoredEvent>> Next(long sequence, int limit, CancellationToken cancellation)
    {
        var page = await log.ReadAfter(sequence, limit, cancellation);
        var whole = Unbroken(page, sequence);
        if (whole == page.Count) return page;
        if (!await IsSettled(whole == 0 ? sequence : page[whole - 1].Sequence, page[whole].Sequence, cancellation)) return page.GetRange(0, whole);
        page = await log.ReadAfter(sequence, limit, cancellation); // what was committed meanwhile is there now
        return page.GetRange(0, Unbroken(page, sequence));
    }

    /// <summary>True when nothing can appear any more between two neighbours.</summary>
    private async Task<bool> IsSettled(long before, long behind, CancellationToken cancellation)
    {
        if (hole is null || hole.Before != before) hole = new(before, behind, await log.Writers(cancellation));
        else hole.Writers.IntersectWith(await log.Writers(cancellation));
        return hole.Writers.Count == 0;
    }

    private int Unbroken(List<StoredEvent> page, long sequence)
    {
        var next = sequence + 1;
        for (var i = 0; i < page.Count; i++)
        {
            var found = page[i].Sequence;
            if (found != next && !(hole is { Writers.Count: 0 } dead && next > dead.Before && found <= dead.Behind)) return i;
            next = found + 1;
        }
        return page.Count;
    }

    /// <param name="Before">The last number that is there.</param>
    /// <param name="Behind">The next one that is.</param>
    /// <param name="Writers">Who could still fill it; those who began later have later numbers.</param>
    private sealed record Hole(long Before, long Behind, HashSet<string> Writers);
}
