using System.Collections.Concurrent;
using Chimera.Domain;
using Chimera.Projections.Events;
using Chimera.Projections.Rebuilding;
using Npgsql;

namespace Chimera.Projections;

/// <summary>The tables as they were after an event.</summary>
/// <param name="Schema">Where they are; kept for at least a minute from now on.</param>
public sealed record AsOfView(string Schema, long Sequence);

/// <summary>How many moments of the past are kept at once, and for how long after their last use.</summary>
public sealed record AsOfOptions(int Most = 4)
{
    public const string Section = "AsOf";

    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(15);
}

/// <summary>Tables of the past, built when somebody asks and shared by all who ask for the same moment.</summary>
public sealed class AsOfTables(TableSet set, NpgsqlDataSource database, AsOfOptions options)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);

    private readonly EventLog log = new(database);
    private readonly AsOfSchemas schemas = new(set, database, options);
    private readonly ConcurrentDictionary<long, (Lazy<Task<AsOfView>> View, long At)> open = new();

    /// <summary>The tables after the last event that happened at or before a time.</summary>
    /// <exception cref="RuleViolationException"><c>as-of.future</c>, <c>as-of.before-first</c>, <c>as-of.busy</c>, <c>as-of.upgrading</c>.</exception>
    public async Task<AsOfView> Open(DateTimeOffset time, CancellationToken cancellation) => await Open(await SequenceAt(time, cancellation), cancellation);

    /// <summary>The tables after the event with that sequence.</summary>
    /// <exception cref="RuleViolationException"><c>as-of.future</c>, <c>as-of.before-first</c>, <c>as-of.busy</c>, <c>as-of.upgrading</c>.</exception>
    public async Task<AsOfView> Open(long sequence, CancellationToken cancellation)
    {
        var now = Environment.TickCount64;
        (Lazy<Task<AsOfView>>, long) Ask() => (new(() => Prepare(sequence)), now);
        var asked = open.AddOrUpdate(sequence, _ => Ask(), (_, known) => IsFresh(known.View.Value, now - known.At) ? known : Ask());
        var view = await asked.View.Value.WaitAsync(cancellation);
        if (asked.At == now || await schemas.Exists(view.Schema, cancellation)) return view;
        open.TryRemove(new(sequence, asked)); // dropped meanwhile, for a swap of the tables
        return await Open(sequence, cancellation);
    }

    /// <summary>Drops what nobody has used for a while.</summary>
    public async Task Sweep(CancellationToken cancellation)
    {
        await schemas.DropIdle(cancellation);
        foreach (var (sequence, entry) in open)
            if (!IsFresh(entry.View.Value, Environment.TickCount64 - entry.At)) open.TryRemove(new(sequence, entry));
    }

    /// <summary>The sequence of the last event that happened at or before a time; 0 when there is none.</summary>
    /// <exception cref="RuleViolationException"><c>as-of.future</c>.</exception>
    public async Task<long> SequenceAt(DateTimeOffset time, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            select greatest(
                coalesce((select sequence from {TableSet.LiveSchema}.audit_log where timestamp <= $1 order by timestamp desc, sequence desc limit 1), 0),
                coalesce((select max(seq_id) from {EventLog.Table} where seq_id > (select sequence from {TableSet.LiveSchema}.table_set) and timestamp <= $1), 0)),
                $1 > clock_timestamp()
            """);
        command.Parameters.Add(new() { Value = time.ToUniversalTime() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        Rule.Require(!row.GetBoolean(1), "as-of.future", "asOf lies in the future.");
        return row.GetInt64(0);
    }

    /// <summary>The last event up to a sequence, which itself may be one of the numbers that no event has.</summary>
    public async Task<(long Sequence, DateTimeOffset At)> LastEvent(long upTo, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select seq_id, timestamp from {EventLog.Table} where seq_id <= $1 order by seq_id desc limit 1");
        command.Parameters.Add(new() { Value = upTo });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1)) : default;
    }

    private static bool IsFresh(Task<AsOfView> view, long age) => !view.IsCompleted || (view.IsCompletedSuccessfully && age < Remembered.TotalMilliseconds);

    /// <summary>Not stopped by whoever asked first: others may wait for the same moment.</summary>
    private async Task<AsOfView> Prepare(long sequence)
    {
        Rule.Require(sequence >= await First(), "as-of.before-first", "Nothing had happened yet at that moment.");
        var live = await TableSetState.Of(database, TableSet.LiveSchema, CancellationToken.None);
        Rule.Require(live is not null && live.Version == set.Version, "as-of.upgrading", "The tables are being replaced by those of this version; ask again when that is done.");
        var settled = live!.Sequence >= sequence ? live.Sequence : await log.Settled(CancellationToken.None);
        Rule.Require(sequence <= settled, "as-of.future", $"No event has the sequence {sequence} yet; the last is {settled}.");
        return new(await schemas.Ensure(sequence), sequence);
    }

    private async Task<long> First()
    {
        await using var command = database.CreateCommand($"select coalesce(min(seq_id), 1) from {EventLog.Table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
