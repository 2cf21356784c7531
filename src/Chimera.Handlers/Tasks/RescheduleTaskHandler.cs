using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Tasks;

/// <summary>Moves a scheduled post. A commit that wakes at the old time finds a later one on the stream and waits on; an earlier time gets a commit of its own.</summary>
public static class RescheduleTaskHandler
{
    public static async Task<OutgoingMessages> Handle(RescheduleTask command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(RescheduleTask command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.TaskId], cancellation);
        var task = step.Get<AgentTask>(command.TaskId);
        step.Append(task.Id, TaskDecider.Decide(command, task, now));
        if (command.ScheduledFor < task.ScheduledFor && task is { Stage: TaskStage.Approved, ResultId: { } result }) step.Next.Commit(task.Id, result);
        return step;
    }
}
