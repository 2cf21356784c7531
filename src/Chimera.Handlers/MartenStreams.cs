using Chimera.Domain;
using Marten;
using Npgsql;

namespace Chimera.Handlers;

/// <summary>The streams of a session, read in one query. Built in the handler, never injected: Wolverine must see the session there.</summary>
internal sealed class MartenStreams(IDocumentSession session, StateCache? cache) : IStreams
{
    // The order inside keeps it a look into the index for each stream. A plain join was planned while a new store was still empty, as a scan of all of
    // it, and stayed so until somebody analyzed the table (ADR 0009).
    private const string Events = """
        select s.id, e.version, e.type, e.data from unnest($1, $2) as s(id, known)
        cross join lateral (select version, type, data from chimera_events.mt_events where stream_id = s.id and version > s.known order by version) e
        """;

    public async Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToArray();
        if (wanted.Length == 0) return;
        foreach (var id in wanted) step.Add(id, default);
        await Read(session, wanted, new long[wanted.Length], step.Evolve, cancellation);
    }

    public Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => Load(step, ids, cancellation);

    public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) =>
        cache is null ? Load(step, ids, cancellation) : cache.Load(session, step, ids, cancellation);

    public async Task Checkpoint(Step step, CancellationToken cancellation)
    {
        await using var own = session.DocumentStore.LightweightSession();
        own.Append(step.TakeChanges());
        await own.SaveChangesAsync(cancellation);
    }

    /// <summary>Reads events as they are stored, stream by stream, each in its order.</summary>
    /// <param name="known">The version of each stream from which on it is read.</param>
    internal static async Task Read(IDocumentSession session, Guid[] streams, long[] known, Action<Guid, long, object> take, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Events) { Parameters = { new() { Value = streams }, new() { Value = known } } };
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        while (await reader.ReadAsync(cancellation))
            take(reader.GetGuid(0), reader.GetInt64(1), EventTypes.Read(reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
    }
}
