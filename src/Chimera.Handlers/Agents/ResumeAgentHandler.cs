using Chimera.Domain.Agents;
using Marten;

namespace Chimera.Handlers.Agents;

public static class ResumeAgentHandler
{
    public static async Task Handle(ResumeAgent command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(ResumeAgent command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.AgentId], cancellation);
        step.Append(command.AgentId, AgentDecider.Decide(command, step.Get<Agent>(command.AgentId), now));
        return step;
    }
}
