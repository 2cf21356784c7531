using Chimera.Domain.Agents;
using Marten;

namespace Chimera.Handlers.Agents;

public static class CreateAgentHandler
{
    public static async Task Handle(CreateAgent command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(CreateAgent command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.AgentId], cancellation);
        if (step.Exists(command.AgentId)) throw new AlreadyExistsException("agent", command.AgentId);
        step.Append(command.AgentId, AgentDecider.Decide(command, now));
        await WalletClaims.Claim(streams, step, command.AgentId, command.WalletAddress, cancellation);
        return step;
    }
}
