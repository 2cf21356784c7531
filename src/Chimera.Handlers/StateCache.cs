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

    /// <summary>Loads streams that many look at: asks for their versions and reads just the events that are new.</summary>
    public async Task Load(IDocumentSession session, Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToArray();
        if (wanted.Length == 0) return;
        var behind = new List<(Guid Id, long Known)>();
        foreach (var id in wanted) step.Add(id, default);
        foreach (var (id, version) in await Versions(session, wanted, cancellation))
        {
            if (TryGet(id, out var kept)) step.Add(id, kept);
            if (kept.Version < version) behind.Add((id, kept.Version));
        }
        if (behind.Count == 0) return;
        await MartenStreams.Read(session, [.. behind.Select(one => one.Id)], [.. behind.Select(one => one.Known)], step.Evolve, cancellation);
        foreach (var (id, _) in behind) Keep(id, step.Of(id));
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
