using Chimera.Domain;
using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Working;

/// <summary>The worker's life (S4.3-6): takes a chunk, executes its tasks side by side, pushes what came of them to review.</summary>
public static class ExecuteTasksHandler
{
    /// <summary>Work that takes longer is shown as in progress; quicker work is stored in one transaction with its result.</summary>
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(50);

    public static async Task<OutgoingMessages> Handle(
        ExecuteTasks chunk, IDocumentSession session, IDocumentStore store, StateCache cache, Worker worker, CancellationToken cancellation)
    {
        using var slot = await worker.Slots.Enter(chunk.Priority, cancellation);
        var step = await session.Begin(worker.Now, chunk.Items.SelectMany(item => new[] { item.TaskId, DerivedId.OfResult(item.TaskId, item.Attempt) }), cancellation);
        await LoadSurroundings(chunk, session, cache, step, cancellation);

        var orders = WorkingStep.Start(step, chunk, worker.Id);
        var running = Task.WhenAll(orders.Select(order => worker.Execute(order, cancellation)));
        if (orders.Count > 0 && await Task.WhenAny(running, Task.Delay(Noticeable, cancellation)) != running) await store.Checkpoint(step, cancellation);
        var finished = await running;

        step.Now = worker.Now;
        WorkingStep.Submit(step, finished);
        return session.Apply(step);
    }

    private static async Task LoadSurroundings(ExecuteTasks chunk, IDocumentSession session, StateCache cache, Step step, CancellationToken cancellation)
    {
        var tasks = chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>().ToArray();
        await cache.Load(session, step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
        await session.Load(step, tasks.SelectMany(task => task.Dependencies), cancellation);
        await session.Load(step, tasks.SelectMany(task => task.Dependencies).Select(id => step.Find<AgentTask>(id)?.ResultId).OfType<Guid>(), cancellation);
    }
}
