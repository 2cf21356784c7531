using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Policies;

/// <summary>The budget check of transactions (S4.4-6).</summary>
public static class CfoJudge
{
    /// <summary>Passes (score 1) when the agent spends from its own wallet and its campaign has not overspent.</summary>
    public static CheckScore Check(ExecuteTransactionInput transaction, Agent agent, Campaign? campaign)
    {
        if (!string.Equals(transaction.FromWallet, agent.WalletAddress, StringComparison.OrdinalIgnoreCase))
            return Finding(0, "foreign-wallet", "the wallet is not the agent's own");
        if (campaign is not null && campaign.SpentUsd > campaign.BudgetUsd)
            return Finding(0, "over-budget", "the campaign has spent its budget");
        return new("budget", 1, [], "own wallet, within budget", Model);
    }

    private const string Model = "cfo_judge";

    private static CheckScore Finding(double score, string flag, string reason) => new("budget", score, [flag], reason, Model);
}
