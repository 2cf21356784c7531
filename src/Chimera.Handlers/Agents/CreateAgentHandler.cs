using Chimera.Domain.Agents;
using Marten;

namespace Chimera.Handlers.Agents;

public static class CreateAgentHandler
{
    public static async Task Handle(CreateAgent command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Begin(now, [command.AgentId], cancellation);
        if (step.Exists(command.AgentId)) throw new AlreadyExistsException("agent", command.AgentId);
        step.Append(command.AgentId, AgentDecider.Decide(command, now));
        await WalletClaims.Claim(session, step, command.AgentId, command.WalletAddress, cancellation);
        session.Apply(step);
    }
}
