using System.Collections.Concurrent;
using Chimera.Domain;
using Chimera.Projections.Rebuilding;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Chimera.Projections;

/// <summary>
/// Builds tables beside the live ones, compares them row by row and puts them in their place (ADR 0014). One at a time in all processes on a database;
/// whatever ends it early leaves the live tables as they are.
/// </summary>
public sealed class TableRebuild(TableSet set, NpgsqlDataSource database, TableCatalog catalog, RebuildLog history, TimeProvider time, ILogger<TableRebuild> log)
{
    internal const string Lock = "chimera rebuild";

    private readonly ConcurrentDictionary<Guid, RebuildRun> runs = new();

    /// <summary>Begins a rebuild and returns at once.</summary>
    /// <exception cref="RuleViolationException"><c>rebuild.table</c>: there is no such table; <c>rebuild.running</c>: one runs already.</exception>
    public async Task<RebuildStatus> Start(RebuildRequest request, CancellationToken cancellation)
    {
        var run = await Begin(request, cancellation);
        _ = Task.Run(run.Work, CancellationToken.None);
        return run.Status;
    }

    /// <summary>The rebuild as it stands; null for an unknown id.</summary>
    public async Task<RebuildStatus?> Find(Guid id, CancellationToken cancellation) =>
        runs.TryGetValue(id, out var run) ? run.Status : await history.Find(id, cancellation);

    /// <summary>The rebuild that runs now, in whichever process; null when none does. What a killed process left as running is none.</summary>
    public async Task<RebuildStatus?> Running(CancellationToken cancellation)
    {
        if (!await DatabaseLock.IsHeld(database, Lock, cancellation)) return null;
        var newest = (await history.List(1, cancellation)).SingleOrDefault();
        return newest is { State: RebuildStatus.Running } ? await Find(newest.RebuildId, cancellation) : null;
    }

    /// <summary>Stops a rebuild of this process; one that is over stays as it ended.</summary>
    /// <returns>False when it is not of this process.</returns>
    public bool Cancel(Guid id)
    {
        if (!runs.TryGetValue(id, out var run)) return false;
        run.Cancel();
        return true;
    }

    /// <summary>Reads the tables of before again.</summary>
    /// <exception cref="RuleViolationException"><c>rebuild.no-previous</c>: there are none; <c>rebuild.running</c>: a rebuild runs.</exception>
    public async Task Rollback(CancellationToken cancellation)
    {
        await using var held = await TakeLock(cancellation);
        Rule.Require(await TableSetState.Of(database, TableSet.PreviousSchema, cancellation) is not null, "rebuild.no-previous", "There are no tables of before: nothing was swapped since the last rollback, or ever.");
        await TableSwap.Back(database, cancellation);
        catalog.Forget();
    }

    /// <summary>Writes down how rebuilds ended whose process was killed.</summary>
    internal Task CloseCutOff(CancellationToken cancellation) => history.CloseCutOff(cancellation);

    /// <summary>Replaces tables of an earlier version; waits when another process is at it.</summary>
    internal async Task Upgrade(CancellationToken cancellation)
    {
        try
        {
            log.LogWarning("The tables are of an earlier version: those of version {Version} are built beside them", set.Version);
            var run = await Begin(new(null, ExpectEqual: false, AllowChanges: true, "upgrade"), cancellation);
            await using var stop = cancellation.Register(run.Cancel);
            await run.Work();
            cancellation.ThrowIfCancellationRequested();
            if (run.Status.State != RebuildStatus.Swapped) throw new InvalidOperationException($"The upgrade of the tables ended {run.Status.State}: {run.Status.Error}");
            log.LogWarning("The tables are of version {Version} now, {Events} events in {Seconds:0.0} s", set.Version, run.Status.Total, (run.Status.EndedAt - run.Status.StartedAt)?.TotalSeconds);
        }
        catch (RuleViolationException running) when (running.Code == "rebuild.running")
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }
    }

    private async Task<RebuildRun> Begin(RebuildRequest request, CancellationToken cancellation)
    {
        var part = set;
        if (request.Table is { } name)
        {
            var table = set.Find(name);
            Rule.Require(table is not null, "rebuild.table", $"There is no table {name}; there are {string.Join(", ", set.Tables.Select(one => one.Name))}.", "/table");
            part = set with { Tables = [table!] };
        }
        Rule.Require(!request.ExpectEqual || !request.AllowChanges, "rebuild.contradiction", "Expecting equal rows and allowing changes exclude each other.", "/allow_changes");
        await history.CloseCutOff(cancellation);
        var held = await TakeLock(cancellation);
        try
        {
            var run = new RebuildRun(request, part, database, catalog, history, time, log, held);
            await history.Store(run.Status, cancellation);
            runs[run.Status.RebuildId] = run;
            return run;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    private async Task<DatabaseLock> TakeLock(CancellationToken cancellation) => await DatabaseLock.TryTake(database, Lock, cancellation)
        ?? throw new RuleViolationException("rebuild.running", "A rebuild is running already; wait for it or cancel it.");
}
