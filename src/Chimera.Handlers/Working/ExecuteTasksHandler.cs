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
        ExecuteTasks chunk, IDocumentSession session, StateCache cache, Worker worker, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(cache), worker, cancellation));

    public static async Task<Step> Run(ExecuteTasks chunk, IStreams streams, Worker worker, CancellationToken cancellation)
    {
        using var slot = await worker.Slots.Enter(chunk.Priority, cancellation);
        var step = await streams.Begin(worker.Clock.GetUtcNow(), chunk.Items.SelectMany(item => new[] { item.TaskId, DerivedId.OfResult(item.TaskId, item.Attempt) }), cancellation);
        await LoadSurroundings(chunk, streams, step, cancellation);

        var orders = WorkingStep.Start(step, chunk, worker.Id);
        var running = Task.WhenAll(orders.Select(order => worker.Execute(order, cancellation)));
        if (orders.Count > 0 && await Task.WhenAny(running, Task.Delay(Noticeable, worker.Clock, cancellation)) != running) await streams.Checkpoint(step, cancellation);
        var finished = await running;

        step.Now = worker.Clock.GetUtcNow();
        WorkingStep.Submit(step, finished);
        return step;
    }

    private static async Task LoadSurroundings(ExecuteTasks chunk, IStreams streams, Step step, CancellationToken cancellation)
    {
        var tasks = chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>().ToArray();
        await streams.LoadShared(step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
        await streams.Load(step, tasks.SelectMany(task => task.Dependencies), cancellation);
        await streams.Load(step, tasks.SelectMany(task => task.Dependencies).Select(id => step.Find<AgentTask>(id)?.ResultId).OfType<Guid>(), cancellation);
    }
}
