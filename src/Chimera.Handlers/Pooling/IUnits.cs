namespace Chimera.Handlers.Pooling;

/// <summary>Begins units of work that are not a handler's own.</summary>
public interface IUnits
{
    /// <param name="fresh">Everything is read from the store; otherwise what this process stored last may be taken for what is there, until <see cref="IUnit.Store"/> finds that it is not.</param>
    IUnit Begin(Origin origin, bool fresh);
}

/// <summary>One unit of work: reads streams, and stores a step in one transaction.</summary>
public interface IUnit : IStreams, IAsyncDisposable
{
    /// <summary>Stores the step's events, each stream on the version that was read, together with its messages.</summary>
    /// <exception cref="StreamMovedException">A stream has moved on since it was read; nothing is stored.</exception>
    Task Store(Step step, CancellationToken cancellation);
}

/// <summary>A stream has moved on since it was read.</summary>
public sealed class StreamMovedException(Exception? cause) : Exception("A stream has moved on since it was read.", cause);
