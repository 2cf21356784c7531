namespace Chimera.Handlers.Pooling;

/// <summary>The store's side of a unit of work: what it reads, and one transaction.</summary>
public interface IUnitStore : IStreams, IAsyncDisposable
{
    Task<List<(Guid Id, long Version)>> Versions(Guid[] ids, CancellationToken cancellation);

    /// <exception cref="StreamMovedException">A stream has moved on since it was read; nothing is stored.</exception>
    Task Save(IReadOnlyCollection<Change> changes, IReadOnlyList<Outgoing> messages, CancellationToken cancellation);
}

/// <summary>A unit of work that takes what this process stored last for what is there, unless it is to read everything anew.</summary>
public sealed class Unit(IUnitStore store, StateCache cache, bool fresh) : IUnit
{
    private readonly Dictionary<Guid, long> remembered = [];
    private readonly HashSet<Guid> takenForNew = [];

    public Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToList();
        if (!fresh) wanted.RemoveAll(id => Remember(step, id));
        return store.Load(step, wanted, cancellation);
    }

    /// <summary>What another item of the group let be remembered is read all the same: a task may be worked on here that another waits for.</summary>
    public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        Guid[] wanted = [.. ids];
        foreach (var id in wanted.Where(id => remembered.Remove(id) | takenForNew.Remove(id))) step.Drop(id);
        return store.LoadShared(step, wanted, cancellation);
    }

    public Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        if (fresh) return Load(step, ids, cancellation);
        foreach (var id in ids.Where(id => !step.Knows(id)))
        {
            step.Add(id, default);
            takenForNew.Add(id);
        }
        return Task.CompletedTask;
    }

    public Task Checkpoint(Step step, CancellationToken cancellation) => store.Checkpoint(step, cancellation);

    public async Task Store(Step step, CancellationToken cancellation)
    {
        await VerifyUnchanged(step, cancellation);
        var changes = step.TakeChanges();
        Outgoing[] messages = [.. step.Next.ToMessages()];
        if (changes.Count + messages.Length == 0) return;
        try
        {
            await store.Save(changes, messages, cancellation);
        }
        catch (StreamMovedException)
        {
            cache.Forget(changes.Select(change => change.StreamId));
            throw;
        }
        foreach (var change in changes) cache.Keep(change.StreamId, step.Of(change.StreamId));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private bool Remember(Step step, Guid id)
    {
        if (!cache.TryGet(id, out var loaded)) return false;
        step.Add(id, loaded);
        remembered[id] = loaded.Version;
        return true;
    }

    /// <summary>What is changed on a remembered state is refused where that was behind; what was only looked at is asked for.</summary>
    private async Task VerifyUnchanged(Step step, CancellationToken cancellation)
    {
        foreach (var change in step.Changes) remembered.Remove(change.StreamId);
        if (remembered.Count == 0) return;
        var moved = (await store.Versions([.. remembered.Keys], cancellation)).Where(now => remembered[now.Id] != now.Version).ToArray();
        if (moved.Length == 0) return;
        cache.Forget(moved.Select(now => now.Id));
        throw new StreamMovedException(null);
    }
}
