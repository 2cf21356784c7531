using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Marten;
using Wolverine;
using static Chimera.Domain.Rule;

namespace Chimera.Handlers.Reviewing;

public static class DecideHitlItemHandler
{
    public static async Task<OutgoingMessages> Handle(DecideHitlItem command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(DecideHitlItem command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.HitlId], cancellation);
        var item = step.Get<HitlItem>(command.HitlId);
        await streams.Load(step, [item.TaskId, item.ResultId ?? Guid.Empty], cancellation);
        Require(command.Decision != HitlDecision.Approve || step.Find<TaskResult>(item.ResultId)?.OutputData is not null, "hitl.nothing-to-approve",
            "There is no output to approve; reject the item, or modify it with an output of your own.", "/decision");
        var task = step.Get<AgentTask>(item.TaskId);
        step.Append(item.Id, HitlDecider.Decide(command, item, task.Type, now), new(task.AgentId, task.TraceId));
        if (step.Changes.Count > 0) step.Next.Send(new ApplyHitlDecision(item.Id));
        return step;
    }
}
