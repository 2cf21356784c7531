namespace Chimera.Handlers;

/// <summary>
/// Where a stage reads the streams it looks at. A handler's <c>Run</c> works over it, so the same code runs over Marten and over a simulator's memory.
/// What the stage decided is stored by whoever called it, events and messages in one transaction.
/// </summary>
public interface IStreams
{
    /// <summary>Folds these streams into the step; those it has already are left as they are, unknown ones get version 0.</summary>
    Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation);

    /// <summary>
    /// The same for streams that many look at, agents and campaigns, tasks waited for and their results, of which a process may remember the past: what work is
    /// begun on has to be what is stored.
    /// </summary>
    Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation);

    /// <summary>The same for streams that nobody has begun, as far as anybody knows: storing the step is what finds out.</summary>
    Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation);

    /// <summary>Stores what the step has decided so far in a transaction of its own, before it goes on.</summary>
    Task Checkpoint(Step step, CancellationToken cancellation);
}

public static class Streams
{
    /// <summary>A step over these streams.</summary>
    public static async Task<Step> Begin(this IStreams streams, DateTimeOffset now, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var step = new Step(now);
        await streams.Load(step, ids, cancellation);
        return step;
    }
}
