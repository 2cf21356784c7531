using Chimera.Domain.Agents;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

public sealed class ClaimWalletSpecs
{
    [Fact]
    public void a_claim_names_the_wallet_and_its_agent() => Assert.Equal(new WalletClaimed(Wallet, Ada, Now), AgentDecider.Claim(Wallet, Ada, Now));

    [Fact]
    public void one_address_in_any_case_is_one_claim() =>
        Assert.Single(new[] { Wallet, Wallet.ToUpperInvariant(), "0x" + Wallet[2..].ToLowerInvariant() }.Select(DerivedId.OfWalletClaim).Distinct());

    [Fact]
    public void two_addresses_are_two_claims() => Assert.NotEqual(DerivedId.OfWalletClaim(Wallet), DerivedId.OfWalletClaim(OtherWallet));
}
