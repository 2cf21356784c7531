using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Transactions;

/// <summary>What can happen to a transaction. Stored forever: add, never rename or remove.</summary>
public abstract record TransactionEvent;
public sealed record TransactionPrepared(
    Guid TransactionId, Guid AgentId, Guid TaskId, Guid? CampaignId, TransactionType TransactionType, string FromWallet, string ToWallet,
    string AmountWei, TokenType TokenType, string Reason, DateTimeOffset PreparedAt) : TransactionEvent;
public sealed record TransactionApproved(string ApprovedBy, string? Reviewer, DateTimeOffset At) : TransactionEvent;
public sealed record TransactionFailed(TaskError Error, DateTimeOffset At) : TransactionEvent;
