using Chimera.Projections;
using Chimera.Projections.Events;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Chimera.Integration.Tests.Tables;

/// <summary>The read side of a host, without the host: what follows, rebuilds and looks back on one database.</summary>
internal sealed class ReadSide : IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly TableWake wake = new();
    private readonly CancellationTokenSource stop = new();
    private Task following = Task.CompletedTask;

    public ReadSide(NpgsqlDataSource database, TableSet? set = null, AsOfOptions? asOf = null)
    {
        (this.database, Set) = (database, set ?? TableSet.Current);
        (Log, History) = (new(database), new(Set, database));
        Catalog = new(database);
        Rebuilds = new(database);
        Rebuild = new(Set, database, Catalog, Rebuilds, TimeProvider.System, NullLogger<TableRebuild>.Instance);
        AsOf = new(Set, database, asOf ?? new());
        Poison = new(database, wake);
        Live = new(Set, database, wake, Feed, Rebuild, Poison, NullLogger<LiveTables>.Instance);
    }

    public TableSet Set { get; }
    public EventLog Log { get; }
    public RowHistory History { get; }
    public TableCatalog Catalog { get; }
    public TableFeed Feed { get; } = new();
    public RebuildLog Rebuilds { get; }
    public TableRebuild Rebuild { get; }
    public AsOfTables AsOf { get; }
    public PoisonEvents Poison { get; }
    public LiveTables Live { get; }

    public ReadSide Start()
    {
        following = Live.Run(stop.Token);
        return this;
    }

    /// <summary>Returns when all that is stored now is in the tables, and they are of this set's version.</summary>
    public async Task CaughtUp(CancellationToken cancellation)
    {
        var last = await Log.Last(cancellation);
        await Eventually.Is(() => TableSetState.Of(database, TableSet.LiveSchema, cancellation),
            state => state is { } at && at.Version == Set.Version && at.Sequence >= last, $"the tables at {last}");
    }

    /// <summary>A rebuild from its beginning to its end.</summary>
    public async Task<RebuildStatus> Run(RebuildRequest request, CancellationToken cancellation)
    {
        var started = await Rebuild.Start(request, cancellation);
        return (await Eventually.Is(() => Rebuild.Find(started.RebuildId, cancellation), status => status!.EndedAt is not null, "the end of the rebuild"))!;
    }

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        wake.Dispose();
    }
}
