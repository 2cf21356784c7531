using Chimera.Handlers;
using Chimera.Handlers.Pooling;
using JasperFx;

namespace Chimera.Simulation.Running;

/// <summary>The units of work of one process, over the store in memory; what the process remembers is the product's own cache.</summary>
internal sealed class MemoryUnits(Machine machine) : IUnits
{
    private readonly StateCache cache = new();

    public IUnit Begin(Origin origin, bool fresh) => new Unit(new MemoryUnit(machine), cache, fresh);
}

/// <summary>The store's side of one unit: its faults are drawn for the first stream that it reads.</summary>
internal sealed class MemoryUnit(Machine machine) : IUnitStore
{
    private readonly World world = machine.World;
    private ulong about;
    private int n = -1, looks;

    public async Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToArray();
        if (wanted.Length == 0) return;
        Name(wanted);
        await machine.Wait(world.Pace(about, (n * 64) + looks++));
        foreach (var id in wanted) step.Add(id, world.Store.Read(id));
    }

    public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => Load(step, ids, cancellation);

    public Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => Load(step, ids, cancellation);

    public Task Checkpoint(Step step, CancellationToken cancellation) => throw new NotSupportedException("A unit is stored once.");

    public async Task<List<(Guid Id, long Version)>> Versions(Guid[] ids, CancellationToken cancellation)
    {
        Name(ids);
        await machine.Wait(world.Pace(about, (n * 64) + looks++));
        return [.. ids.Select(id => (id, world.Store.Read(id).Version)).Where(one => one.Version > 0)];
    }

    public async Task Save(IReadOnlyCollection<Change> changes, IReadOnlyList<Outgoing> messages, CancellationToken cancellation)
    {
        Name([.. changes.Select(change => change.StreamId)]);
        var cause = Hash.Mix(about, (ulong)n, (ulong)Kind.StopAfter, (ulong)machine.Life);
        if (world.Stages.SendsBeforeStoring) world.Send(messages, cause, machine);
        await machine.Wait(world.Pace(about, (n * 64) + 63));
        if (world.Fault(Kind.StopBefore, about, n)) await world.Stop(machine);
        if (world.Fault(Kind.StoreRefuses, about, n)) throw new StoreUnavailableException();
        try
        {
            world.Commit(changes, $"p{machine.Number}'s group");
        }
        catch (ConcurrencyException lost)
        {
            world.Trace(() => $"  p{machine.Number}'s group will be tried again: {lost.Message}");
            throw new StreamMovedException(lost);
        }
        if (!world.Stages.SendsBeforeStoring) world.Send(messages, cause, machine);
        if (world.Fault(Kind.StopAfter, about, n)) await world.Stop(machine);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Name(Guid[] ids)
    {
        if (n >= 0) return;
        about = ids.Length > 0 ? Hash.Of(ids[0]) : 0;
        n = world.Count(Kind.StoreRefuses, about);
    }
}
