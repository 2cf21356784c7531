namespace Chimera.Handlers.Working;

/// <summary>Counts the calls to a server within the hour (specification 3.3).</summary>
public interface IRateLimits
{
    /// <summary>Counts one call more and says whether it may be made. The hour begins with its first call; steady traffic does not prolong it .</summary>
    /// <param name="threshold">Calls allowed within the hour.</param>
    Task<RateLimit> Count(string server, int threshold);
}

/// <summary>Where a server's count stands.</summary>
/// <param name="Resets">When the hour is over; whoever may not call waits as long.</param>
public sealed record RateLimit(bool Allowed, long RequestCount, TimeSpan Resets);
