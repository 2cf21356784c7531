using System.Diagnostics;
using Chimera.Domain;
using Chimera.Projections.Events;
using Chimera.Projections.Rebuilding;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Chimera.Projections;

/// <summary>
/// Keeps the live tables up to date: follows the log page by page, woken by whoever commits. Tables of an earlier version are replaced first, by ones built
/// beside them; tables of a later version are left alone. Of several processes one follows, the others stand by.
/// </summary>
public sealed class LiveTables(
    TableSet set, NpgsqlDataSource database, TableWake wake, TableFeed feed, TableRebuild rebuild, PoisonEvents poison,
    ILogger<LiveTables> log)
{
    private const int PageSize = 2000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100), HeldUp = TimeSpan.FromMilliseconds(10), Handover = TimeSpan.FromMilliseconds(500), Patience = TimeSpan.FromSeconds(1), LongestRest = TimeSpan.FromMilliseconds(25);

    /// <summary>Failures that follow each other are tried again after longer and longer pauses, until a while has passed without one.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5), Healthy = TimeSpan.FromSeconds(30);

    private readonly TableWriter writer = new(set, TableSet.LiveSchema, database);
    private readonly EventLog events = new(database);
    private readonly LogFollower follower = new(new EventLog(database));
    private long? seen;

    /// <summary>Runs until it is cancelled; whatever fails is tried again.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        var (pause, failedAt) = (Look, 0L);
        await using var leadership = new Leadership(database, $"chimera tables {set.Version}"); // a newer program replaces the tables of an older one that still runs
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (await leadership.IsMine(cancellation))
                {
                    await Prepare(cancellation);
                    await Follow(cancellation);
                }
                else await StandBy(cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                writer.Forget();
                if (failure is TablesMovedException) continue;
                if (Environment.TickCount64 - failedAt > Healthy.TotalMilliseconds) pause = Look;
                log.LogError(failure, "The tables stopped following the events; they go on in {Pause}", pause);
                await Task.Delay(pause, cancellation);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                failedAt = Environment.TickCount64;
            }
        }
    }

    /// <summary>Returns when the live tables are of this program's version.</summary>
    private async Task Prepare(CancellationToken cancellation)
    {
        await rebuild.CloseCutOff(cancellation);
        for (var said = false; await State(cancellation) is var state && state?.Version != set.Version; said = true)
        {
            if (state is null || (state.Version < set.Version && await events.Last(cancellation) == 0))
                await set.CreateWhole(database, TableSet.LiveSchema, TableSetState.Live, cancellation);
            else if (state.Version < set.Version && state.State != TableSetState.RolledBack) await rebuild.Upgrade(cancellation);
            else
            {
                if (!said) log.LogError("tables.foreign: the tables are of version {Found}, this program's of {Known}: it reads them and leaves them alone", state.Version, set.Version);
                await Task.Delay(Patience, cancellation);
            }
        }
    }

    private async Task Follow(CancellationToken cancellation)
    {
        var at = (await State(cancellation))!;
        await Tell(at.Sequence, cancellation);
        while (at.Version == set.Version)
        {
            if (poison.Next() is { } retry) at = await Retry(retry, at, cancellation);
            var since = Stopwatch.GetTimestamp();
            var page = await follower.Next(at.Sequence, PageSize, cancellation);
            if (page.Count > 0)
            {
                var committed = await writer.Follow(page, at, cancellation);
                at = at with { Sequence = committed.Sequence };
                seen = at.Sequence;
                feed.Publish(committed);
                if (page.Count < PageSize) await Task.Delay(Rest(Stopwatch.GetElapsedTime(since)), cancellation);
            }
            else await wake.Wait(follower.IsHeldUp ? HeldUp : Look, cancellation);
        }
    }

    /// <summary>While another process follows: tells those who watch here what it has written, and tries poison events again that are asked for here.</summary>
    private async Task StandBy(CancellationToken cancellation)
    {
        if (await State(cancellation) is { } now)
        {
            if (poison.Next() is { } retry) now = await Retry(retry, now, cancellation);
            await Tell(now.Sequence, cancellation);
        }
        await Task.Delay(feed.IsWatched ? Look : Handover, cancellation);
    }

    /// <summary>Tells of pages that another process has written, from the last on that was seen here.</summary>
    private async Task Tell(long written, CancellationToken cancellation)
    {
        while (feed.IsWatched && seen < written)
        {
            var page = (await events.ReadAfter(seen.Value, PageSize, cancellation)).FindAll(@event => @event.Sequence <= written);
            if (page.Count == 0) break;
            feed.Publish(writer.Seen(page));
            seen = page[^1].Sequence;
        }
        seen = written;
    }

    /// <summary>
    /// As long as the page took: under load pages grow, and what happens to a row within one page is written once. Where there is little to do, it is next to
    /// nothing.
    /// </summary>
    private static TimeSpan Rest(TimeSpan work) => work < LongestRest ? work : LongestRest;

    private async Task<TableSetState> Retry(PoisonRetry retry, TableSetState at, CancellationToken cancellation)
    {
        writer.Forget();
        try
        {
            var committed = await writer.Again(await events.ReadStream(retry.Stream, cancellation), retry.Stream, at, cancellation);
            feed.Publish(committed with { Events = [] });
            at = at with { Revision = at.Revision + 1 };
            retry.Done.SetResult();
        }
        catch (PostgresException refused)
        {
            retry.Done.SetException(new RuleViolationException("poison.still", refused.MessageText));
        }
        catch (TablesMovedException)
        {
            poison.PutBack(retry); // a swap came between: it is tried on the tables that are read now
            throw;
        }
        return at;
    }

    private Task<TableSetState?> State(CancellationToken cancellation) => TableSetState.Of(database, TableSet.LiveSchema, cancellation);
}
