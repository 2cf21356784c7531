using Chimera.Projections;
using Npgsql;

namespace Chimera.Api.Hosting.Feeds;

/// <summary>Reads a feed of the outside from time to time, and at once where its server says that it has changed; one process of all does it, and another goes on where it dies.</summary>
internal abstract class FeedPoller(string feed, double everySeconds, PollerParts parts) : BackgroundService
{
    private const double Jitter = 0.1;

    /// <summary>A server that tells of changes without end is looked at no more often.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private long lastLook;

    protected PollerParts Parts => parts;

    /// <returns>How many entries came that were not known; there may be more.</returns>
    protected abstract Task<int> Look(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (everySeconds <= 0) return;
        await using var leadership = new Leadership(parts.Database, $"chimera feed {feed}");
        for (var listens = false; ; listens = await TryLook(leadership, stoppingToken)) await Pause(listens, stoppingToken);
    }

    private async Task Pause(bool listens, CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(everySeconds * (1 - Jitter + 2 * Jitter * Random.Shared.NextDouble())), parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            if (!listens) await Task.Delay(Timeout.Infinite, either.Token);
            await parts.Changes.Next(feed, either.Token);
            if (Shortest - parts.Clock.GetElapsedTime(lastLook) is { Ticks: > 0 } rest) await Task.Delay(rest, parts.Clock, either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // nobody said anything: it is time to look
        }
    }

    /// <returns>True when this is the process that reads the feed, and it could be read.</returns>
    private async Task<bool> TryLook(Leadership leadership, CancellationToken cancellation)
    {
        try
        {
            if (!await leadership.IsMine(cancellation)) return false;
            await parts.Changes.Listen(feed, cancellation); // before the look: what comes after it is told
            lastLook = parts.Clock.GetTimestamp();
            while (await Look(cancellation) is > 0 and var came && await leadership.IsMine(cancellation)) parts.Log.LogInformation("{Count} came from {Feed}; is there more?", came, feed);
            return true;
        }
        catch (PostgresException early) when (early.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false; // no orchestrator has made the tables yet
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            parts.Log.LogError(failure, "{Feed} could not be read; the next look goes on where the last one ended", feed);
            return false;
        }
    }
}
