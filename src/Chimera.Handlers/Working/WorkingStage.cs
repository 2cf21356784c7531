using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Pooling;

namespace Chimera.Handlers.Working;

/// <summary>The worker's life (S4.3-6): takes attempts at tasks, executes them side by side, pushes what came of them to review.</summary>
public sealed class WorkingStage(Worker worker) : IStage<WorkItem, TaskOrder, Finished>
{
    public Turn TurnOf(WorkItem item) => new(item.Priority, item.AgentId, worker.ServerOf(item.Type));

    public async Task Load(Step step, IStreams streams, IReadOnlyCollection<WorkItem> items, CancellationToken cancellation)
    {
        await streams.Load(step, items.Select(item => item.TaskId), cancellation);
        var results = items.ToLookup(item => step.Find<AgentTask>(item.TaskId)?.Stage == TaskStage.Pending, item => DerivedId.OfResult(item.TaskId, item.Attempt));
        await streams.LoadNew(step, results[true], cancellation); // a task that waits has no result of the attempt it waits for
        await streams.Load(step, results[false], cancellation);
        var tasks = items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>().ToArray();
        await streams.LoadShared(step, tasks.SelectMany(task => task.Dependencies.Append(task.AgentId).Append(task.CampaignId ?? Guid.Empty)).Where(id => id != Guid.Empty), cancellation);
        await streams.LoadShared(step, tasks.SelectMany(task => task.Dependencies).Select(id => step.Find<AgentTask>(id)?.ResultId).OfType<Guid>(), cancellation);
    }

    public TaskOrder? Open(Step step, WorkItem item) => WorkingStep.Start(step, item, worker.Id);

    public Task<Finished> Run(TaskOrder job, CancellationToken cancellation) => worker.Execute(job, cancellation);

    public void Close(Step step, WorkItem item, Finished done) => WorkingStep.Submit(step, item, done);
}
