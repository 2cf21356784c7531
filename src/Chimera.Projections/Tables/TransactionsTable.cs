using Chimera.Domain;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Transactions;
using Chimera.Projections.Events;
using Npgsql;
using static Chimera.Projections.Tables.Cells;

namespace Chimera.Projections.Tables;

/// <summary>A row of <c>transactions</c>.</summary>
/// <param name="AmountWei">Wei, or the token's smallest unit.</param>
/// <param name="ApprovedBy"><c>cfo_judge</c> or <c>human</c>; which human, the event tells .</param>
public sealed record TransactionRow(
    Guid TransactionId, Guid AgentId, string FromWallet, string ToWallet, string AmountWei, string TokenType, string? TransactionHash, string Status,
    string? GasCostWei, long? BlockNumber, string? Reason, string? ApprovedBy, DateTimeOffset CreatedAt, DateTimeOffset? ConfirmedAt, Guid? TaskId,
    Guid? CampaignId, string? TransactionType, long? GasUsed, long? ChainId, long? Nonce, string? PolicyVersion);

/// <summary>The transactions; the columns from <c>task_id</c> on are not in the specification. Those of the chain wait for its events.</summary>
public static class TransactionsTable
{
    public static readonly TableDescription<TransactionRow> Description =
        new TableDescription<TransactionRow>("transactions", typeof(TransactionEvent), row => row.TransactionId, Read, Fold)
            .Column("transaction_id", "uuid PRIMARY KEY DEFAULT gen_random_uuid()", row => row.TransactionId)
            .Column("agent_id", "uuid NOT NULL REFERENCES agents(agent_id)", row => row.AgentId)
            .Column("from_wallet", "varchar(255) NOT NULL", row => row.FromWallet)
            .Column("to_wallet", "varchar(255) NOT NULL", row => row.ToWallet)
            .Column("amount_wei", "varchar(100) NOT NULL", row => row.AmountWei)
            .Column("token_type", "varchar(20) NOT NULL", row => row.TokenType, words: typeof(TokenType))
            .Column("transaction_hash", "varchar(255) UNIQUE", row => row.TransactionHash)
            .Column("status", "varchar(20) DEFAULT 'pending'", row => row.Status, words: typeof(TransactionStatus))
            .Column("gas_cost_wei", "varchar(100)", row => row.GasCostWei)
            .Column("block_number", "bigint", row => row.BlockNumber)
            .Column("reason", "text", row => row.Reason)
            .Column("approved_by", "varchar(50)", row => row.ApprovedBy)
            .Column("created_at", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.CreatedAt)
            .Column("confirmed_at", "timestamptz", row => row.ConfirmedAt)
            .Column("task_id", "uuid", row => row.TaskId)
            .Column("campaign_id", "uuid", row => row.CampaignId)
            .Column("transaction_type", "varchar(20)", row => row.TransactionType, words: typeof(TransactionType))
            .Column("gas_used", "bigint", row => row.GasUsed)
            .Column("chain_id", "bigint", row => row.ChainId)
            .Column("nonce", "bigint", row => row.Nonce)
            .Column("policy_version", "varchar(50)", row => row.PolicyVersion)
            .Index("idx_transactions_agent", "agent_id")
            .Index("idx_transactions_hash", "transaction_hash")
            .Index("idx_transactions_status", "status");

    public static TransactionRow? Fold(TransactionRow? row, StoredEvent @event) => (row, @event.Data) switch
    {
        (_, TransactionPrepared e) => new(e.TransactionId, e.AgentId, Fit(e.FromWallet, 255), Fit(e.ToWallet, 255), Fit(e.AmountWei, 100),
            ChimeraJson.NameOf(e.TokenType), null, ChimeraJson.NameOf(TransactionStatus.Pending), null, null, e.Reason, null, Moment(e.PreparedAt), null,
            e.TaskId, e.CampaignId, ChimeraJson.NameOf(e.TransactionType), null, null, null, null),
        (null, _) => null,
        (_, TransactionApproved e) => row with { ApprovedBy = Fit(e.ApprovedBy, 50) },
        (_, TransactionFailed) => row with { Status = ChimeraJson.NameOf(TransactionStatus.Failed) },
        _ => row
    };

    private static TransactionRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.TextAt(6), row.GetString(7), row.TextAt(8),
        row.ValueAt<long>(9), row.TextAt(10), row.TextAt(11), row.TimeAt(12), row.ValueAt<DateTimeOffset>(13), row.ValueAt<Guid>(14), row.ValueAt<Guid>(15),
        row.TextAt(16), row.ValueAt<long>(17), row.ValueAt<long>(18), row.ValueAt<long>(19), row.TextAt(20));
}
