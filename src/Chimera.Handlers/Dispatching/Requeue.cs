using Chimera.Domain.Tasks;
using Chimera.Handlers.Pooling;

namespace Chimera.Handlers.Dispatching;

/// <summary>Finds in the streams what the lists should hold of tasks that stand in none, and sends it there again.</summary>
public sealed class Requeue(IUnits units, TimeProvider clock)
{
    /// <param name="leaseOver">They were taken from a list, and nothing was heard of them for as long as each may take.</param>
    public async Task Look(IReadOnlyCollection<Guid> taskIds, bool leaseOver, CancellationToken cancellation)
    {
        foreach (var chunk in taskIds.Chunk(NextStages.ChunkSize)) await Look(chunk, leaseOver, cancellation);
    }

    private async Task Look(Guid[] taskIds, bool leaseOver, CancellationToken cancellation)
    {
        await using var unit = units.Begin(default, fresh: true);
        var step = await unit.Begin(clock.GetUtcNow(), taskIds, cancellation);
        var tasks = taskIds.Select(id => step.Find<AgentTask>(id)).OfType<AgentTask>().Where(task => task.Stage is TaskStage.Pending or TaskStage.InProgress).ToArray();
        await unit.LoadCurrent(step, tasks, cancellation);
        await unit.Load(step, tasks.SelectMany(task => RequeueStep.ResultsOf(task).Concat(task.Dependencies)), cancellation);
        foreach (var task in tasks) RequeueStep.Look(step, task, leaseOver);
        await unit.Store(step, cancellation);
    }
}
