using Chimera.Handlers;
using JasperFx;

namespace Chimera.Simulation.Running;

/// <summary>An event in the log, with its stream and its place there.</summary>
public readonly record struct Logged(Guid StreamId, long Version, object Data);

/// <summary>Streams in memory, with the rule of <c>ChunkAppend</c>: every stream on exactly the version that was read, all or nothing.</summary>
public sealed class MemoryStore
{
    private readonly Dictionary<Guid, Loaded> streams = [];

    public List<Logged> Log { get; } = [];

    public IEnumerable<object?> States => streams.Values.Select(loaded => loaded.State);

    public Loaded Read(Guid id) => streams.GetValueOrDefault(id);

    public T? Find<T>(Guid? id) where T : class => id is { } known ? Read(known).State as T : null;

    /// <param name="folded">Is told of every event, with the states before and after it.</param>
    /// <param name="onAnyVersion">A planted bug.</param>
    public void Commit(IReadOnlyCollection<Change> changes, Action<Guid, object?, object, object?> folded, bool onAnyVersion = false)
    {
        foreach (var change in changes)
            if (!onAnyVersion && Read(change.StreamId).Version != change.FromVersion)
                throw new ConcurrencyException("A stream has moved on since it was read.", typeof(Step), change.StreamId);
        foreach (var change in changes)
        {
            var (state, version) = Read(change.StreamId);
            foreach (var data in change.Events)
            {
                var after = Aggregates.Evolve(state, data);
                Log.Add(new(change.StreamId, ++version, data));
                folded(change.StreamId, state, data, after);
                state = after;
            }
            streams[change.StreamId] = new(state, version);
        }
    }
}

/// <summary>The streams as a handler of one process reads them: each look takes its time, and others may store meanwhile.</summary>
internal sealed class MemoryStreams(Machine machine, Delivery delivery) : IStreams
{
    private int looks, checkpoints;

    public async Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToArray();
        if (wanted.Length == 0) return;
        await machine.Wait(machine.World.Pace(delivery.Envelope.Id, delivery.Place(16 + looks++)));
        foreach (var id in wanted) step.Add(id, machine.World.Store.Read(id));
    }

    public Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => Load(step, ids, cancellation);

    public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => Load(step, ids, cancellation);

    public async Task Checkpoint(Step step, CancellationToken cancellation)
    {
        var n = delivery.Place(8 + checkpoints++);
        await machine.Wait(machine.World.Pace(delivery.Envelope.Id, delivery.Place(32 + checkpoints)));
        if (machine.World.Fault(Kind.StopBefore, delivery.Envelope.Id, n)) await machine.World.Stop(machine);
        if (machine.World.Fault(Kind.StoreRefuses, delivery.Envelope.Id, n)) throw new StoreUnavailableException();
        machine.World.Commit(step.TakeChanges(), delivery.ToString());
        if (machine.World.Fault(Kind.StopAfter, delivery.Envelope.Id, n)) await machine.World.Stop(machine);
    }
}

/// <summary>The database did not answer; nothing was stored.</summary>
public sealed class StoreUnavailableException() : Npgsql.NpgsqlException("The database is not available.");
