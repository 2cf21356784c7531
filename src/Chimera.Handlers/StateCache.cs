using Marten;

namespace Chimera.Handlers;

/// <summary>
/// States that this process has read or stored. States are immutable, so a kept one is only ever behind: whoever uses one asks the store for the stream's
/// version, or changes the stream, which the store refuses where the state was behind.
/// </summary>
public sealed class StateCache
{
    /// <summary>Between one and two times as many are kept.</summary>
    private const int Size = 5_000;

    private readonly Lock gate = new();
    private Dictionary<Guid, Loaded> young = [], old = [];

    /// <summary>Loads streams that every chunk looks at, agents and campaigns: asks for their versions and reads just the events that are new.</summary>
    public async Task Load(IDocumentSession session, Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToArray();
        if (wanted.Length == 0) return;
        foreach (var (id, version) in await Versions(session, wanted, cancellation))
        {
            if (!TryGet(id, out var kept)) kept = default;
            if (kept.Version < version)
            {
                await MartenStreams.Read(session, [id], kept.Version, (_, at, news) => kept = new(Aggregates.Evolve(kept.State, news), at), cancellation);
                Keep(id, kept);
            }
            step.Add(id, kept);
        }
        foreach (var id in wanted.Where(id => !step.Knows(id))) step.Add(id, default);
    }

    public bool TryGet(Guid id, out Loaded loaded)
    {
        lock (gate) return young.TryGetValue(id, out loaded) || old.TryGetValue(id, out loaded);
    }

    public void Keep(Guid id, Loaded loaded)
    {
        lock (gate)
        {
            if ((young.TryGetValue(id, out var kept) || old.TryGetValue(id, out kept)) && kept.Version >= loaded.Version) return;
            young[id] = loaded;
            if (young.Count >= Size) (young, old) = ([], young);
        }
    }

    public void Forget(IEnumerable<Guid> ids)
    {
        lock (gate)
            foreach (var id in ids)
            {
                young.Remove(id);
                old.Remove(id);
            }
    }

    internal static async Task<List<(Guid Id, long Version)>> Versions(IDocumentSession session, Guid[] ids, CancellationToken cancellation)
    {
        await using var command = new Npgsql.NpgsqlCommand("select id, version from chimera_events.mt_streams where id = any($1)");
        command.Parameters.Add(new() { Value = ids });
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        var versions = new List<(Guid, long)>();
        while (await reader.ReadAsync(cancellation)) versions.Add((reader.GetGuid(0), reader.GetInt64(1)));
        return versions;
    }
}
