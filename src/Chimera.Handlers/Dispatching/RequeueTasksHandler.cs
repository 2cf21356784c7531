using Chimera.Domain;
using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Dispatching;

/// <summary>Tasks that are in no list although they may belong there.</summary>
/// <param name="LeaseOver">They were taken from one, and nothing was heard of them for as long as each may take.</param>
public sealed record RequeueTasks(IReadOnlyList<Guid> TaskIds, bool LeaseOver);

/// <summary>Finds in the streams what the lists should hold, and sends it there again.</summary>
public static class RequeueTasksHandler
{
    public static async Task<OutgoingMessages> Handle(
        RequeueTasks chunk, IDocumentSession session, StateCache cache, TimeProvider clock, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(cache), clock.GetUtcNow(), cancellation));

    public static async Task<Step> Run(RequeueTasks chunk, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.TaskIds, cancellation);
        var tasks = chunk.TaskIds.Select(id => step.Find<AgentTask>(id)).OfType<AgentTask>().Where(task => task.Stage is TaskStage.Pending or TaskStage.InProgress).ToArray();
        await streams.Load(step, tasks.SelectMany(task => RequeueStep.ResultsOf(task).Concat(task.Dependencies)), cancellation);
        await streams.LoadShared(step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
        foreach (var task in tasks) RequeueStep.Look(step, task, chunk.LeaseOver);
        return step;
    }
}
