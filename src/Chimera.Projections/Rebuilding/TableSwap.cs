using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>
/// Holds the live tables still, for milliseconds: whoever holds the row of <c>table_set</c> keeps every writer from committing a page. Readers never wait.
/// </summary>
internal sealed class TableSwap(TableSet part, NpgsqlDataSource database, TableWriter next)
{
    private const int PageSize = 2000, FarBehind = 5 * PageSize;

    private readonly EventLog log = new(database);

    /// <summary>Brings the new tables to where the live ones are and gives a transaction that sees both there, however they go on.</summary>
    public async Task<NpgsqlTransaction> AtOnePosition(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var holder = await database.OpenConnectionAsync(cancellation);
        await using var held = await Hold(holder, cancellation);
        var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await connection.Run($"select from {TableSet.NextSchema}.table_set", cancellation);
        return snapshot;
    }

    /// <summary>Puts the new tables in the place of the live ones, in one transaction; the old ones are kept.</summary>
    public async Task Swap(CancellationToken cancellation)
    {
        await using var holder = await database.OpenConnectionAsync(cancellation);
        await using var held = await Hold(holder, cancellation);
        await holder.Run($"""
            update {TableSet.NextSchema}.table_set set state = 'live', revision = (select revision + 1 from {TableSet.LiveSchema}.table_set), moved_at = now();
            update {TableSet.LiveSchema}.table_set set state = 'previous';
            alter schema {TableSet.LiveSchema} rename to {TableSet.PreviousSchema};
            alter schema {TableSet.NextSchema} rename to {TableSet.LiveSchema};
            """, cancellation);
        await held.CommitAsync(cancellation);
    }

    /// <summary>Takes over the differences of single tables, which other tables refer to, row by row.</summary>
    public async Task Merge(CancellationToken cancellation)
    {
        await using var holder = await database.OpenConnectionAsync(cancellation);
        await using var held = await Hold(holder, cancellation);
        foreach (var table in part.Tables) await holder.Run(MergeSql(table), cancellation);
        await holder.Run($"""
            update {TableSet.LiveSchema}.table_set set revision = revision + 1, moved_at = now();
            drop schema {TableSet.NextSchema} cascade;
            """, cancellation);
        await held.CommitAsync(cancellation);
    }

    /// <summary>Exchanges the live tables for those of before.</summary>
    public static async Task Back(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var holder = await database.OpenConnectionAsync(cancellation);
        await using var held = await holder.BeginTransactionAsync(cancellation);
        var live = (await TableSetState.Of(holder, TableSet.LiveSchema, cancellation, locked: true))!;
        await holder.Run($"""
            update {TableSet.LiveSchema}.table_set set state = 'previous';
            update {TableSet.PreviousSchema}.table_set set state = 'rolled_back', revision = {live.Revision + 1}, moved_at = now();
            alter schema {TableSet.LiveSchema} rename to {TableSet.NextSchema};
            alter schema {TableSet.PreviousSchema} rename to {TableSet.LiveSchema};
            alter schema {TableSet.NextSchema} rename to {TableSet.PreviousSchema};
            """, cancellation);
        await held.CommitAsync(cancellation);
    }

    /// <summary>Takes the live row, then the events that the new tables lack; when they are many, lets go and takes them in first.</summary>
    private async Task<NpgsqlTransaction> Hold(NpgsqlConnection holder, CancellationToken cancellation)
    {
        while (true)
        {
            await CatchUp((await TableSetState.Of(database, TableSet.LiveSchema, cancellation))!.Sequence, cancellation);
            var held = await holder.BeginTransactionAsync(cancellation);
            var live = (await TableSetState.Of(holder, TableSet.LiveSchema, cancellation, locked: true))!;
            var built = (await TableSetState.Of(database, TableSet.NextSchema, cancellation))!;
            if (live.Sequence - built.Sequence <= FarBehind)
            {
                await CatchUp(live.Sequence, cancellation);
                return held;
            }
            await held.DisposeAsync();
        }
    }

    private async Task CatchUp(long upTo, CancellationToken cancellation)
    {
        var at = (await TableSetState.Of(database, TableSet.NextSchema, cancellation))!;
        while (at.Sequence < upTo)
        {
            var page = await log.ReadAfter(at.Sequence, PageSize, cancellation);
            page.RemoveAll(@event => @event.Sequence > upTo);
            if (page.Count > 0) at = at with { Sequence = (await next.Follow(page, at, cancellation)).Sequence };
            else at = await next.Pass(at, upTo, cancellation); // numbers that nobody used
        }
    }

    private static string MergeSql(TableDescription table)
    {
        var (live, built) = ($"{TableSet.LiveSchema}.{table.Name}", $"{TableSet.NextSchema}.{table.Name}");
        var columns = string.Join(", ", table.Columns.Select(column => column.Name));
        string Row(string side) => $"row({string.Join(", ", table.Columns.Select(column => $"{side}.{column.Name}"))})::record";
        var counters = string.Join(", ", table.Counters.Append("").Select(name => $"'{name}'"));
        return $"""
            delete from {live} o where not exists (select from {built} n where n.{table.Key} = o.{table.Key});
            insert into {live} as o ({columns}) select {columns} from {built} on conflict ({table.Key}) do update
                set {string.Join(", ", table.Columns.Select(column => $"{column.Name} = excluded.{column.Name}"))} where {Row("o")} operator(pg_catalog.*<>) {Row("excluded")};
            delete from {TableSet.LiveSchema}.{Counters.Table} where counter in ({counters});
            insert into {TableSet.LiveSchema}.{Counters.Table} select * from {TableSet.NextSchema}.{Counters.Table} where counter in ({counters});
            delete from {TableSet.LiveSchema}.{PoisonEvent.Table} where table_name = '{table.Name}';
            insert into {TableSet.LiveSchema}.{PoisonEvent.Table} select * from {TableSet.NextSchema}.{PoisonEvent.Table} where table_name = '{table.Name}';
            """;
    }
}
