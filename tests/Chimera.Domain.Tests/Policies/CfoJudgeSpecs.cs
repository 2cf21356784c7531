using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Tests.Agents;
using Chimera.Domain.Tests.Campaigns;
using Chimera.Domain.Tests.Transactions;

namespace Chimera.Domain.Tests.Policies;

public sealed class CfoJudgeSpecs
{
    private static readonly Agent Ada = Agent.Evolve(null, AgentHistory.Created)!;
    private static readonly Campaign Roastery = Campaign.Evolve(null, CampaignHistory.Created)!;

    [Fact]
    public void an_agent_spends_from_its_own_wallet()
    {
        var check = Check(Ada, Roastery);
        Assert.Equal(("budget", 1, "cfo_judge"), (check.Check, check.Score, check.ModelUsed));
        Assert.Empty(check.Flags);
    }

    [Fact]
    public void a_transaction_may_belong_to_no_campaign() => Assert.Equal(1, Check(Ada, null).Score);

    [Fact]
    public void the_case_of_an_address_does_not_matter() =>
        Assert.Equal(1, Check(Ada with { WalletAddress = "0x" + AgentHistory.Wallet[2..].ToLowerInvariant() }, null).Score);

    [Theory, InlineData(AgentHistory.OtherWallet), InlineData(null)]
    public void another_wallet_is_refused(string? wallet) => Refused(Check(Ada with { WalletAddress = wallet }, Roastery), "foreign-wallet");

    [Fact]
    public void a_campaign_that_has_overspent_pays_nothing_more()
    {
        Refused(Check(Ada, Roastery with { SpentUsd = 100.01m }), "over-budget");
        Assert.Equal(1, Check(Ada, Roastery with { SpentUsd = 100 }).Score);
    }

    [Fact]
    public void a_foreign_wallet_counts_before_the_budget() =>
        Refused(Check(Ada with { WalletAddress = null }, Roastery with { SpentUsd = 200 }), "foreign-wallet");

    private static CheckScore Check(Agent agent, Campaign? campaign) => CfoJudge.Check(TransactionHistory.Payment, agent, campaign);

    private static void Refused(CheckScore check, string flag)
    {
        Assert.Equal(("budget", 0, "cfo_judge"), (check.Check, check.Score, check.ModelUsed));
        Assert.Equal([flag], check.Flags);
    }
}
