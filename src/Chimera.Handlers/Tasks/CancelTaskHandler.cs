using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Tasks;

public static class CancelTaskHandler
{
    public static async Task<OutgoingMessages> Handle(CancelTask command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(CancelTask command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.TaskId], cancellation);
        var task = step.Get<AgentTask>(command.TaskId);
        if (TaskDecider.Decide(command, task, now).Length == 0) return step;
        if (task.HitlId is { } hitl) await streams.Load(step, [hitl], cancellation);
        PlanningStep.Cancel(step, [task.Id], command.Reason);
        return step;
    }
}
