using Chimera.Domain.Tasks;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Working;
using Wolverine;
using Wolverine.Attributes;

namespace Chimera.Handlers.Dispatching;

/// <summary>
/// Takes the place of <see cref="ExecuteTasksHandler"/> where tasks go through lists: due tasks are offered there, and the message is done. Work with an
/// effect stays with the platform's own worker: a foreign one might act instead of only preparing. So does what is held or no longer wanted.
/// </summary>
[WolverineIgnore]
public static class DispatchTasksHandler
{
    public static async Task<OutgoingMessages> Handle(
        ExecuteTasks chunk, Envelope envelope, IUnits units, IDispatch dispatch, StagePool<WorkItem, TaskOrder, Finished> pool, CancellationToken cancellation)
    {
        var (offers, own) = await Sort(chunk, units, fresh: false, cancellation);
        var reached = offers.Count == 0 || await dispatch.Offer(offers);
        if (own.Count > 0) await pool.Work(own, Origin.Of(envelope), cancellation);
        return reached ? [] : Later(chunk.Priority, offers);
    }

    /// <summary>States that this process remembers will do, unless they are older than the message.</summary>
    private static async Task<(List<AgentTask> Offers, List<WorkItem> Own)> Sort(ExecuteTasks chunk, IUnits units, bool fresh, CancellationToken cancellation)
    {
        await using var unit = units.Begin(default, fresh);
        var step = await unit.Begin(default, chunk.Items.Select(item => item.TaskId), cancellation);
        if (!fresh && chunk.Items.Any(item => step.Find<AgentTask>(item.TaskId) is not { Stage: TaskStage.Pending } task || task.Attempt != item.Attempt))
            return await Sort(chunk, units, fresh: true, cancellation);
        await unit.LoadCurrent(step, chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>(), cancellation);
        var open = chunk.Items.Where(item => WorkingStep.Open(step, item) is not null).ToLookup(item => CurrentWork.MayLeave(step, step.Get<AgentTask>(item.TaskId)));
        return ([.. open[true].Select(item => step.Get<AgentTask>(item.TaskId))], [.. open[false].Select(item => item with { Priority = chunk.Priority })]);
    }

    private static OutgoingMessages Later(int priority, IEnumerable<AgentTask> tasks)
    {
        var messages = new OutgoingMessages();
        messages.Delay(new ExecuteTasks(priority, [.. tasks.Select(task => new WorkItem(task.Id, task.Attempt, task.AgentId, task.Type))]), CurrentWork.RetryTime);
        return messages;
    }
}
