using Chimera.Domain;
using Chimera.Domain.Agents;
using static Chimera.Domain.Rule;

namespace Chimera.Handlers.Agents;

/// <summary>A wallet belongs to one agent: the claim's stream id follows from the address, so two claims at once collide.</summary>
internal static class WalletClaims
{
    public static async Task Claim(IStreams streams, Step step, Guid agentId, string? wallet, CancellationToken cancellation)
    {
        if (wallet is null) return;
        var id = DerivedId.OfWalletClaim(wallet);
        await streams.Load(step, [id], cancellation);
        var claim = step.Find<WalletClaimed>(id);
        Require(claim is null || claim.AgentId == agentId, "agent.wallet-taken", "The wallet belongs to another agent.", "/wallet_address");
        if (claim is null) step.Append(id, [AgentDecider.Claim(wallet, agentId, step.Now)], new(agentId, null));
    }
}
