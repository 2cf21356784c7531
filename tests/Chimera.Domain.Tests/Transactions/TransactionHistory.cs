using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Transactions;

namespace Chimera.Domain.Tests.Transactions;

/// <summary>The cast and the past shared by every transaction spec: Ada pays an illustrator.</summary>
public static class TransactionHistory
{
    public const string Wallet = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", Illustrator = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

    public static readonly DateTimeOffset Then = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), Now = Then.AddHours(1);
    public static readonly Guid TransactionId = Guid.NewGuid(), Ada = Guid.NewGuid(), TaskId = Guid.NewGuid(), CampaignId = Guid.NewGuid();
    public static readonly TaskError NoFunds = new("INSUFFICIENT_FUNDS", "the wallet is empty");
    public static readonly ExecuteTransactionInput Payment = new(TransactionType.Transfer, Wallet, "1000", TokenType.Usdc, "an illustration", Illustrator);

    public static readonly TransactionPrepared Prepared = new(
        TransactionId, Ada, TaskId, CampaignId, TransactionType.Transfer, Wallet, Illustrator, "1000", TokenType.Usdc, "an illustration", Then);
    public static readonly TransactionApproved Approved = new("human", "bob", Then);
    public static readonly TransactionFailed Failed = new(NoFunds, Then);

    public static Spec<Transaction, TransactionEvent> Given(params TransactionEvent[] history) =>
        new Spec<Transaction, TransactionEvent>(Transaction.Evolve).Given(history);
}
