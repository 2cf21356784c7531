using System.Threading.Channels;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections.Rebuilding;

/// <summary>The one pass over the log that fills bare tables: one task reads, one parses, folds and copies.</summary>
internal sealed class TableFilling
{
    private const int BatchSize = 500, BatchesInFlight = 16;

    private readonly TableCopy[] copies;
    private readonly Dictionary<Type, TableCopy?> copyOf = [];
    private readonly TableCopy? audit;
    private readonly Dictionary<Guid, long> later = [];

    private TableFilling(TableSet set, string schema)
    {
        copies = [.. set.Tables.Select(table => table.Copy(schema, Tally))];
        audit = Array.Find(copies, copy => copy.Folds(typeof(object)));
    }

    public Tally Tally { get; } = new();

    public List<PoisonEvent> Poison { get; } = [];

    /// <summary>Streams whose rows lack their last events, with the version from which on they do.</summary>
    public Dictionary<Guid, long> Later => later;

    public static async Task<TableFilling> Run(
        TableSet set, string schema, NpgsqlDataSource database, long upTo, IProgress<long> progress, CancellationToken cancellation)
    {
        var filling = new TableFilling(set, schema);
        try
        {
            foreach (var copy in filling.copies) await copy.Open(database, cancellation);
            await filling.Fill(new EventLog(database), TypesOf(set), upTo, progress, cancellation);
            foreach (var copy in filling.copies) await copy.Complete(cancellation);
        }
        finally
        {
            foreach (var copy in filling.copies) await copy.DisposeAsync();
        }
        return filling;
    }

    /// <summary>One table needs its own events only; the types that this version does not know are looked at by all.</summary>
    private static string[]? TypesOf(TableSet set) => set.Tables is [var only] && only.Folds != typeof(object) ? EventTypes.NamesOf(only.Folds) : null;

    private async Task Fill(EventLog log, string[]? types, long upTo, IProgress<long> progress, CancellationToken cancellation)
    {
        var batches = Channel.CreateBounded<List<RawEvent>>(new BoundedChannelOptions(BatchesInFlight) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => Read(log, types, upTo, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            {
                foreach (var raw in batch) Take(raw.Parse());
                progress.Report(batch[^1].Sequence);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Read(EventLog log, string[]? types, long upTo, ChannelWriter<List<RawEvent>> batches, CancellationToken cancellation)
    {
        try
        {
            var batch = new List<RawEvent>(BatchSize);
            await foreach (var raw in log.ReadRange(0, upTo, types, cancellation))
            {
                batch.Add(raw);
                if (batch.Count < BatchSize) continue;
                await batches.WriteAsync(batch, cancellation);
                batch = new(BatchSize);
            }
            if (batch.Count > 0) await batches.WriteAsync(batch, cancellation);
            batches.Complete();
        }
        catch (Exception failure)
        {
            batches.Complete(failure);
        }
    }

    private void Take(StoredEvent @event)
    {
        audit?.Take(@event, Poison);
        if (@event.Data is UnreadableEvent unreadable) Poison.Add(PoisonEvent.Of(null, @event, $"{unreadable.Code}: {unreadable.Reason}"));
        else if (CopyOf(@event.Data.GetType())?.Take(@event, Poison) == false) later.TryAdd(@event.StreamId, @event.Version);
    }

    private TableCopy? CopyOf(Type eventType)
    {
        if (!copyOf.TryGetValue(eventType, out var copy))
            copyOf[eventType] = copy = Array.Find(copies, one => one != audit && one.Folds(eventType));
        return copy;
    }
}
