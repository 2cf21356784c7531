using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Working;

namespace Chimera.Handlers.Dispatching;

/// <summary>
/// The lists (ADR 0017). Work with an effect stays with the platform's own worker: a foreign one might act instead of only preparing. So does what is
/// held or no longer wanted.
/// </summary>
public sealed class ListedWorkplace(IUnits units, IDispatch lists, StagePool<WorkItem, TaskOrder, Finished> worker, TimeProvider clock) : IWorkplace
{
    /// <summary>How long tasks wait when the lists cannot be reached.</summary>
    private static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(5);

    public async Task<Outgoing?> Execute(ExecuteTasks chunk, Origin origin, CancellationToken cancellation)
    {
        var (offers, own) = await Sort(chunk, fresh: false, cancellation);
        var reached = offers.Count == 0 || await lists.Offer(offers);
        if (own.Count > 0) await worker.Work(own, origin, cancellation);
        return reached ? null : Later(new ExecuteTasks(chunk.Priority, [.. offers.Select(task => new WorkItem(task.Id, task.Attempt, task.AgentId, task.Type))]));
    }

    public async Task<Outgoing?> Review(ValidateResults chunk, Origin origin, CancellationToken cancellation)
    {
        await using var unit = units.Begin(origin, fresh: false);
        var step = await unit.Begin(clock.GetUtcNow(), chunk.Items.Select(item => item.ResultId), cancellation);
        var results = chunk.Items.Select(item => step.Find<TaskResult>(item.ResultId)).OfType<TaskResult>().Where(result => result.Stage == ResultStage.Submitted).ToArray();
        return results.Length == 0 || await lists.Present(results) ? null : Later(chunk);
    }

    /// <summary>States that this process remembers will do, unless they are older than the message.</summary>
    private async Task<(List<AgentTask> Offers, List<WorkItem> Own)> Sort(ExecuteTasks chunk, bool fresh, CancellationToken cancellation)
    {
        await using var unit = units.Begin(default, fresh);
        var step = await unit.Begin(clock.GetUtcNow(), chunk.Items.Select(item => item.TaskId), cancellation);
        if (!fresh && chunk.Items.Any(item => step.Find<AgentTask>(item.TaskId) is not { Stage: TaskStage.Pending } task || task.Attempt != item.Attempt))
            return await Sort(chunk, fresh: true, cancellation);
        await unit.LoadCurrent(step, chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>(), cancellation);
        var open = chunk.Items.Where(item => WorkingStep.Open(step, item) is not null).ToLookup(item => CurrentWork.MayLeave(step, step.Get<AgentTask>(item.TaskId)));
        return ([.. open[true].Select(item => step.Get<AgentTask>(item.TaskId))], [.. open[false].Select(item => item with { Priority = chunk.Priority })]);
    }

    private Outgoing Later(object message) => new(message, clock.GetUtcNow() + RetryTime);
}
