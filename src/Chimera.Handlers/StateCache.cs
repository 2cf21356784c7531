using System.Collections.Concurrent;
using Marten;

namespace Chimera.Handlers;

/// <summary>
/// States of the few streams that every chunk looks at, agents and campaigns. States are immutable, so a cached one is only ever behind:
/// each use asks the store for the stream's version and reads just the events that are new.
/// </summary>
public sealed class StateCache
{
    private const int MostEntries = 20_000;

    private readonly ConcurrentDictionary<Guid, Loaded> entries = new();

    public async Task Load(IDocumentSession session, Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToArray();
        if (wanted.Length == 0) return;
        foreach (var (id, version) in await Versions(session, wanted, cancellation))
        {
            var cached = entries.GetValueOrDefault(id);
            if (cached.Version < version)
            {
                var news = await session.Events.FetchStreamAsync(id, fromVersion: cached.Version + 1, token: cancellation);
                cached = MartenStreams.Fold(cached, news);
                if (entries.Count > MostEntries) entries.Clear();
                entries[id] = cached;
            }
            step.Add(id, cached);
        }
        foreach (var id in wanted.Where(id => !step.Knows(id))) step.Add(id, default);
    }

    private static async Task<List<(Guid, long)>> Versions(IDocumentSession session, Guid[] ids, CancellationToken cancellation)
    {
        await using var command = new Npgsql.NpgsqlCommand("select id, version from chimera_events.mt_streams where id = any($1)");
        command.Parameters.Add(new() { Value = ids });
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        var versions = new List<(Guid, long)>();
        while (await reader.ReadAsync(cancellation)) versions.Add((reader.GetGuid(0), reader.GetInt64(1)));
        return versions;
    }
}
