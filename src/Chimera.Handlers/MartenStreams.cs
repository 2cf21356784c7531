using JasperFx.Events;
using Marten;
using Marten.Linq.MatchesSql;

namespace Chimera.Handlers;

/// <summary>The streams of a handler's own session, read in one query. Built in the handler, never injected: Wolverine must see the session there.</summary>
internal sealed class MartenStreams(IDocumentSession session, StateCache? cache) : IStreams
{
    public async Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToArray();
        if (wanted.Length == 0) return;
        var events = await session.Events.QueryAllRawEvents().Where(e => wanted.Contains(e.StreamId)).OrderBy(e => e.Version).ToListAsync(cancellation);
        foreach (var id in wanted) step.Add(id, default);
        foreach (var stream in events.GroupBy(e => e.StreamId)) step.Add(stream.Key, Fold(default, stream));
    }

    public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) =>
        cache is null ? Load(step, ids, cancellation) : cache.Load(session, step, ids, cancellation);

    public async Task Checkpoint(Step step, CancellationToken cancellation)
    {
        await using var own = session.DocumentStore.LightweightSession();
        own.Append(step.TakeChanges());
        await own.SaveChangesAsync(cancellation);
    }

    internal static Loaded Fold(Loaded loaded, IEnumerable<IEvent> events)
    {
        foreach (var e in events) loaded = new(Aggregates.Evolve(loaded.State, e.Data), e.Version);
        return loaded;
    }
}
