using Chimera.Projections.Tables;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>One rebuild, from the first event read to the swap.</summary>
internal sealed class RebuildRun(
    RebuildRequest request, TableSet part, NpgsqlDataSource database, TableCatalog catalog, RebuildLog history, TimeProvider time, ILogger log, DatabaseLock held)
    : IProgress<long>, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    public RebuildStatus Status { get; private set; } = new(
        Guid.CreateVersion7(), request.Table, request.RequestedBy, time.GetUtcNow(), null, RebuildStatus.Running, "reading", 0, 0, [], null);

    public void Cancel() => stop.Cancel();

    public void Dispose() => stop.Dispose();

    public void Report(long value) => Status = Status with { Events = value };

    /// <summary>Works to the end, whatever it is; tells it in <see cref="Status"/> and the log of rebuilds, and throws nothing.</summary>
    public async Task Work()
    {
        try
        {
            await End(await Run(stop.Token), null);
        }
        catch (OperationCanceledException)
        {
            await End(RebuildStatus.Cancelled, null);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Rebuild {Id} failed; the live tables are as they were", Status.RebuildId);
            await End(RebuildStatus.Failed, failure.Message);
        }
    }

    private async Task<string> Run(CancellationToken cancellation)
    {
        var live = (await TableSetState.Of(database, TableSet.LiveSchema, cancellation))!;
        Status = Status with { Total = live.Sequence };
        await new TableBuild(part, TableSet.NextSchema, database).Run(live.Sequence, lasting: true, this, cancellation);
        var swap = new TableSwap(part, database, new TableWriter(part, TableSet.NextSchema, database));
        Status = Status with { Phase = "comparing", Events = live.Sequence };
        var report = await Compare(swap, cancellation);
        Status = Status with { Report = report };
        if (Refused() is { } refusal) return refusal;
        Status = Status with { Phase = "swapping" };
        if (request.Table is null)
        {
            await AsOfSchemas.DropAll(part, database, cancellation);
            await Drop(TableSet.PreviousSchema, cancellation);
        }
        // From here on it is done in milliseconds, and better finished than stopped.
        await (request.Table is null ? swap.Swap(CancellationToken.None) : swap.Merge(CancellationToken.None));
        catalog.Forget();
        return RebuildStatus.Swapped;
    }

    private async Task<IReadOnlyList<TableReport>> Compare(TableSwap swap, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var snapshot = await swap.AtOnePosition(connection, cancellation);
        return await new TableComparison(part, connection, TableSet.LiveSchema, TableSet.NextSchema).Run(database, cancellation);
    }

    /// <summary>How it ends without a change; null when the new tables may take the place of the live ones.</summary>
    private string? Refused()
    {
        if (request.AllowChanges) return null;
        if (request.ExpectEqual) return Status.Report.All(table => table.IsEqual()) ? RebuildStatus.Equal : RebuildStatus.Refused;
        return Status.Report.Any(table => table.Table != Counters.Table && table.Removed + table.Changed > 0) ? RebuildStatus.Refused : null;
    }

    private async Task End(string state, string? error)
    {
        if (state == RebuildStatus.Refused)
            error = "The events make other rows than the tables have: " + string.Join(", ", Status.Report.Where(table => !table.IsEqual())
                .Select(table => $"{table.Table} {table.Added} added, {table.Removed} removed, {table.Changed} changed"));
        var ended = Status with { State = state, Phase = "", Error = error, EndedAt = time.GetUtcNow() };
        try
        {
            if (state != RebuildStatus.Swapped) await Drop(TableSet.NextSchema, CancellationToken.None);
            await history.Store(ended, CancellationToken.None);
            await held.DisposeAsync();
        }
        catch (Exception lost)
        {
            log.LogError(lost, "How rebuild {Id} ended could not be stored: {State}", Status.RebuildId, state);
        }
        Status = ended; // whoever sees it ended may begin the next
    }

    private async Task Drop(string schema, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.Run($"drop schema if exists {schema} cascade", cancellation);
    }
}
