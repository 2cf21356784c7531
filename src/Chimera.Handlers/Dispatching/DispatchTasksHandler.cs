using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;
using Marten;
using Wolverine;
using Wolverine.Attributes;

namespace Chimera.Handlers.Dispatching;

/// <summary>Takes the place of <see cref="ExecuteTasksHandler"/> where tasks go through lists: due tasks are offered there, and the message is done.</summary>
[WolverineIgnore]
public static class DispatchTasksHandler
{
    public static async Task<OutgoingMessages> Handle(
        ExecuteTasks chunk, IDocumentSession session, StateCache cache, IDispatch dispatch, TimeProvider clock, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(cache), dispatch, clock.GetUtcNow(), cancellation));

    public static async Task<Step> Run(ExecuteTasks chunk, IStreams streams, IDispatch dispatch, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.Items.Select(item => item.TaskId), cancellation);
        await LoadSurroundings(chunk, streams, step, cancellation);
        var offers = DispatchStep.Due(step, chunk);
        if (offers.Count > 0 && !await dispatch.Offer(offers)) DispatchStep.TryLater(step, chunk.Priority, offers);
        return step;
    }

    private static async Task LoadSurroundings(ExecuteTasks chunk, IStreams streams, Step step, CancellationToken cancellation)
    {
        var tasks = chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>().ToArray();
        await streams.LoadShared(step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
        // a task that has not started cannot have a result
        await streams.Load(step, tasks.Where(task => task.Stage == TaskStage.InProgress).Select(task => DerivedId.OfResult(task.Id, task.Attempt)), cancellation);
    }
}
