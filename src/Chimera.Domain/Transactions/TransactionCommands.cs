using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Transactions;

public sealed record PrepareTransaction(Guid TransactionId, Guid AgentId, Guid TaskId, Guid? CampaignId, ExecuteTransactionInput Transaction);
public sealed record ApproveTransaction(Guid TransactionId, string ApprovedBy, string? Reviewer);
public sealed record FailTransaction(Guid TransactionId, TaskError Error);
