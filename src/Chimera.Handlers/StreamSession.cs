using JasperFx.Events;
using Marten;
using Marten.Internal.Sessions;
using Marten.Linq.MatchesSql;
using Wolverine;

namespace Chimera.Handlers;

/// <summary>Loads the streams a step looks at and stores what it decided: one query in, one transaction out.</summary>
public static class StreamSession
{
    /// <summary>Folds these streams into the step; those it has already are left as they are, unknown ones get version 0.</summary>
    public static async Task Load(this IDocumentSession session, Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToArray();
        if (wanted.Length == 0) return;
        var events = await session.Events.QueryAllRawEvents().Where(e => wanted.Contains(e.StreamId)).OrderBy(e => e.Version).ToListAsync(cancellation);
        foreach (var id in wanted) step.Add(id, default);
        foreach (var stream in events.GroupBy(e => e.StreamId)) step.Add(stream.Key, Fold(default, stream));
    }

    /// <summary>A step over these streams.</summary>
    public static async Task<Step> Begin(this IDocumentSession session, DateTimeOffset now, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var step = new Step(now);
        await session.Load(step, ids, cancellation);
        return step;
    }

    /// <summary>Appends the step's events, each stream on the version that was read, and returns its messages for the outbox of the same transaction.</summary>
    public static OutgoingMessages Apply(this IDocumentSession session, Step step)
    {
        session.Append(step.TakeChanges());
        var messages = new OutgoingMessages();
        foreach (var outgoing in step.Next.ToMessages()) messages.Add(Routed(outgoing));
        return messages;
    }

    /// <summary>Stores what the step has decided so far in a transaction of its own, before it goes on.</summary>
    public static async Task Checkpoint(this IDocumentStore store, Step step, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        session.Append(step.TakeChanges());
        await session.SaveChangesAsync(cancellation);
    }

    internal static Loaded Fold(Loaded loaded, IEnumerable<IEvent> events)
    {
        foreach (var e in events) loaded = new(Aggregates.Evolve(loaded.State, e.Data), e.Version);
        return loaded;
    }

    private static void Append(this IDocumentSession session, IReadOnlyCollection<Change> changes)
    {
        if (changes.Count > 0) session.QueueOperation(new ChunkAppend(session, changes));
    }

    private static object Routed(Outgoing outgoing)
    {
        var options = outgoing.At is { } time ? new DeliveryOptions { ScheduledTime = time } : null;
        return options is null ? outgoing.Message : outgoing.Message.WithDeliveryOptions(options);
    }
}
