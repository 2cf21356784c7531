using Npgsql;
using static Chimera.Projections.Events.EventReading;

namespace Chimera.Projections.Events;

/// <summary>Reads events straight from the store's table, in the order in which the store numbered them.</summary>
public sealed class EventLog(NpgsqlDataSource database)
{
    internal const string Table = "chimera_events.mt_events";

    // Whoever appends holds one of these locks from before it takes its numbers until its transaction ends (ADR 0011).
    private const string WritersSql = """
        select virtualtransaction from pg_locks where locktype = 'relation' and mode = 'RowExclusiveLock'
          and relation in ('chimera_events.mt_events'::regclass, 'chimera_events.mt_streams'::regclass)
          and database = (select oid from pg_database where datname = current_database())
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The events of one stream, oldest first; none for an unknown id.</summary>
    public Task<List<StoredEvent>> ReadStream(Guid stream, CancellationToken cancellation) =>
        Query($"select {Columns} from {Table} where stream_id = $1 order by version", cancellation, stream);

    /// <summary>Those after a version, up to a sequence where one is given, and no more than the limit.</summary>
    public Task<List<StoredEvent>> ReadStream(Guid stream, long after, long? upTo, int limit, CancellationToken cancellation) => Query(
        $"select {Columns} from {Table} where stream_id = $1 and version > $2 and seq_id <= $3 order by version limit $4", cancellation, stream, after, upTo ?? long.MaxValue, limit);

    /// <summary>The events of several streams after one sequence and up to another, in the order of the sequence.</summary>
    internal Task<List<StoredEvent>> ReadStreams(Guid[] streams, long after, long upTo, int limit, CancellationToken cancellation) => Query(
        $"select {Columns} from {Table} where stream_id = any($1) and seq_id > $2 and seq_id <= $3 order by seq_id limit $4", cancellation, streams, after, upTo, limit);

    internal Task<List<StoredEvent>> ReadAfter(long sequence, int limit, CancellationToken cancellation) =>
        Query($"select {Columns} from {Table} where seq_id > $1 order by seq_id limit $2", cancellation, sequence, limit);

    /// <summary>
    /// All events after one sequence and up to another, in one query and on the caller's own thread: a million awaits cost more than the reading.
    /// </summary>
    /// <param name="types">Stored names; null for all.</param>
    internal IEnumerable<RawEvent> ReadRange(long after, long upTo, string[]? types = null)
    {
        using var connection = database.OpenConnection();
        using var command = new NpgsqlCommand(
            $"select {Columns} from {Table} where seq_id > $1 and seq_id <= $2{(types is null ? "" : " and type = any($3)")} order by seq_id", connection);
        command.CommandTimeout = 0;
        foreach (var value in types is null ? new object[] { after, upTo } : [after, upTo, types]) command.Parameters.Add(new() { Value = value });
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader.Raw();
    }

    /// <summary>The last sequence that is used; 0 in an empty store.</summary>
    public Task<long> Last(CancellationToken cancellation) => Ask($"select coalesce(max(seq_id), 0) from {Table}", cancellation);

    /// <summary>A sequence up to which nothing can appear any more: the last one, once all who were appending at this moment have ended.</summary>
    internal async Task<long> Settled(CancellationToken cancellation)
    {
        var last = await Last(cancellation);
        var writers = await Writers(cancellation);
        while (writers.Count > 0)
        {
            await Task.Delay(Pause, cancellation);
            writers.IntersectWith(await Writers(cancellation));
        }
        return last;
    }

    /// <summary>The transactions that have appended, or are about to.</summary>
    internal async Task<HashSet<string>> Writers(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(WritersSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var writers = new HashSet<string>();
        while (await reader.ReadAsync(cancellation)) writers.Add(reader.GetString(0));
        return writers;
    }

    private async Task<long> Ask(string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<List<StoredEvent>> Query(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellation)) events.Add(reader.Event());
        return events;
    }
}
