namespace Chimera.Handlers;

/// <summary>Tells when feeds of the outside have changed, where their servers do; nobody has to wait for the next look then.</summary>
public interface IFeedChanges
{
    /// <summary>From now on the feed's server tells of its changes, if it can and is there.</summary>
    Task Listen(string feed, CancellationToken cancellation);

    /// <summary>A change that was told of since the last wait; waits for one, for ever where nobody tells.</summary>
    Task Next(string feed, CancellationToken cancellation);
}
