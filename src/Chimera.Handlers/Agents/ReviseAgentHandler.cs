using Chimera.Domain.Agents;
using Marten;

namespace Chimera.Handlers.Agents;

public static class ReviseAgentHandler
{
    public static async Task Handle(ReviseAgent command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(ReviseAgent command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.AgentId], cancellation);
        var events = AgentDecider.Decide(command, step.Get<Agent>(command.AgentId), now);
        step.Append(command.AgentId, events);
        if (events.OfType<AgentWalletAssigned>().Any()) await WalletClaims.Claim(streams, step, command.AgentId, command.WalletAddress, cancellation);
        return step;
    }
}
