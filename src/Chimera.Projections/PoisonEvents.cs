using System.Collections.Concurrent;
using Chimera.Domain;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections;

/// <summary>The events that were set aside: which, why, and another try once the cause is mended.</summary>
public sealed class PoisonEvents(NpgsqlDataSource database, TableWake wake)
{
    private const string Columns = "sequence, table_name, event_id, stream_id, version, event_type, reason, recorded_at";

    private readonly ConcurrentQueue<PoisonRetry> waiting = new();

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<PoisonEvent>> List(int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {Columns} from {TableSet.LiveSchema}.{PoisonEvent.Table} order by sequence, table_name limit $1");
        command.Parameters.Add(new() { Value = most });
        return await Read(command, cancellation);
    }

    public async Task<long> Count(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select count(*) from {TableSet.LiveSchema}.{PoisonEvent.Table}");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Folds the stream of a poison event anew: what its row lacked is in it then.</summary>
    /// <param name="sequence">Of the event that was set aside.</param>
    /// <returns>Those of the stream's events that are still poison.</returns>
    /// <exception cref="RuleViolationException"><c>poison.unknown</c>: no such event is set aside; <c>poison.still</c>: the database refuses its row.</exception>
    public async Task<IReadOnlyList<PoisonEvent>> Retry(long sequence, CancellationToken cancellation)
    {
        var found = await Where("sequence = $1", sequence, cancellation);
        Rule.Require(found.Count > 0, "poison.unknown", $"No event with the sequence {sequence} is set aside.");
        var retry = new PoisonRetry(found[0].StreamId, new(TaskCreationOptions.RunContinuationsAsynchronously));
        waiting.Enqueue(retry);
        wake.Committed();
        await retry.Done.Task.WaitAsync(cancellation);
        return await Where("stream_id = $1", retry.Stream, cancellation);
    }

    internal PoisonRetry? Next() => waiting.TryDequeue(out var retry) ? retry : null;

    /// <summary>Nothing was tried yet: it waits again.</summary>
    internal void PutBack(PoisonRetry retry) => waiting.Enqueue(retry);

    private async Task<List<PoisonEvent>> Where(string condition, object value, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {Columns} from {TableSet.LiveSchema}.{PoisonEvent.Table} where {condition} order by sequence");
        command.Parameters.Add(new() { Value = value });
        return await Read(command, cancellation);
    }

    private static async Task<List<PoisonEvent>> Read(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var poison = new List<PoisonEvent>();
        while (await row.ReadAsync(cancellation))
            poison.Add(new(row.GetInt64(0), row.GetString(1), row.GetGuid(2), row.GetGuid(3), row.GetInt64(4), row.GetString(5), row.GetString(6), row.GetFieldValue<DateTimeOffset>(7)));
        return poison;
    }
}

/// <summary>A stream to fold anew, and whom to tell.</summary>
internal sealed record PoisonRetry(Guid Stream, TaskCompletionSource Done);
