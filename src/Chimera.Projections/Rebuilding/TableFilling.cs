using System.Threading.Channels;
using Chimera.Domain;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>The one pass over the log that fills tables: one thread reads and parses, another folds and copies.</summary>
internal sealed class TableFilling(TableSet set, string schema, bool unlogged, int rowsInMemory)
{
    /// <summary>Indexes are built side by side: Postgres uses one core for each.</summary>
    private const int BatchSize = 1000, BatchesInFlight = 8, CompletedAtOnce = 2;

    private readonly TableCopy[] copies = [.. set.Tables.Select(table => table.Copy(schema, unlogged, rowsInMemory))];
    private readonly Dictionary<Type, TableCopy?> copyOf = [];

    public List<PoisonEvent> Poison { get; } = [];

    /// <summary>Streams whose rows lack their last events, with the version from which on they do.</summary>
    public Dictionary<Guid, long> Later { get; } = [];

    public IReadOnlyList<(CounterKey Key, long Number, decimal Amount)> Counted => [.. copies.SelectMany(copy => copy.Tally.Changes)];

    public async Task Run(NpgsqlDataSource database, long upTo, IProgress<long> progress, CancellationToken cancellation)
    {
        try
        {
            foreach (var copy in copies) await copy.Open(database, cancellation);
            await Fill(new EventLog(database), upTo, progress, cancellation);
            var most = new ParallelOptions { MaxDegreeOfParallelism = CompletedAtOnce, CancellationToken = cancellation };
            await Parallel.ForEachAsync(copies.OrderBy(copy => copy is not AuditCopy), most, async (copy, stop) => await copy.Complete(stop));
            foreach (var id in copies.SelectMany(copy => copy.TakenOut)) Later[id] = 1;
        }
        finally
        {
            foreach (var copy in copies) await copy.DisposeAsync();
        }
    }

    /// <summary>A row has been taken out of its table: it counts no more, and its stream comes later.</summary>
    public void TakeOut(TableDescription table, NpgsqlDataReader row) => Later[table.TakeBack(row, Array.Find(copies, copy => copy.Table == table)!.Tally)] = 1;

    /// <summary>One table needs its own events only.</summary>
    private string[]? Types => set.Tables is [var only] && only.Folds != typeof(object) ? EventTypes.NamesOf(only.Folds) : null;

    private async Task Fill(EventLog log, long upTo, IProgress<long> progress, CancellationToken cancellation)
    {
        var batches = Channel.CreateBounded<StoredEvent[]>(new BoundedChannelOptions(BatchesInFlight) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Factory.StartNew(() => Read(log, upTo, batches.Writer, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            {
                foreach (var @event in batch) Take(@event);
                progress.Report(batch[^1].Sequence);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Read(EventLog log, long upTo, ChannelWriter<StoredEvent[]> batches, CancellationToken cancellation)
    {
        try
        {
            foreach (var batch in log.ReadRange(0, upTo, Types).Select(raw => raw.Parse()).Chunk(BatchSize)) batches.WriteAsync(batch, cancellation).AsTask().Wait(cancellation);
            batches.Complete();
        }
        catch (Exception failure)
        {
            batches.TryComplete(failure);
        }
    }

    private void Take(StoredEvent @event)
    {
        Array.Find(copies, copy => copy is AuditCopy)?.Take(@event, Poison);
        if (@event.Data is UnreadableEvent unreadable) Poison.Add(PoisonEvent.Of(null, @event, $"{unreadable.Code}: {unreadable.Reason}"));
        else if (CopyOf(@event.Data.GetType())?.Take(@event, Poison) == false) Later.TryAdd(@event.StreamId, @event.Version);
    }

    private TableCopy? CopyOf(Type eventType)
    {
        if (!copyOf.TryGetValue(eventType, out var copy))
            copyOf[eventType] = copy = Array.Find(copies, one => one is not AuditCopy && one.Folds(eventType));
        return copy;
    }
}
