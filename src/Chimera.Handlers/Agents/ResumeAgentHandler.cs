using Chimera.Domain.Agents;
using Marten;

namespace Chimera.Handlers.Agents;

public static class ResumeAgentHandler
{
    public static async Task Handle(ResumeAgent command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, [command.AgentId], cancellation);
        step.Append(command.AgentId, AgentDecider.Decide(command, step.Get<Agent>(command.AgentId), now));
        session.Apply(step);
    }
}
