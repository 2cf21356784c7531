using Chimera.Domain.Tasks.Schemas;
using static Chimera.Domain.Rule;

namespace Chimera.Domain.Transactions;

/// <summary>The rules of a transaction's life. Pure: (command, state, now) in, events out.</summary>
public static class TransactionDecider
{
    private const string NoWallet = "0x0000000000000000000000000000000000000000";

    public static TransactionEvent[] Decide(PrepareTransaction command, DateTimeOffset now)
    {
        var wanted = command.Transaction;
        wanted.Validate();
        return
        [
            new TransactionPrepared(command.TransactionId, command.AgentId, command.TaskId, command.CampaignId, wanted.TransactionType,
                wanted.FromWallet, wanted.ToAddress ?? NoWallet, wanted.Amount, wanted.TokenType, wanted.Reason, now)
        ];
    }

    public static TransactionEvent[] Decide(ApproveTransaction command, Transaction transaction, DateTimeOffset now)
    {
        if (transaction.ApprovedBy == command.ApprovedBy) return [];
        Require(transaction is { Status: TransactionStatus.Pending, ApprovedBy: null }, "transaction.status", "Only a pending transaction is approved, and only once.");
        return [new TransactionApproved(command.ApprovedBy, command.Reviewer, now)];
    }

    public static TransactionEvent[] Decide(FailTransaction command, Transaction transaction, DateTimeOffset now) =>
        transaction.Status == TransactionStatus.Failed ? [] : [new TransactionFailed(command.Error, now)];
}
