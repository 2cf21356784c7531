using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Transactions;

/// <summary>A transaction from its preparation to its end.</summary>
public sealed record Transaction(Guid Id, Guid AgentId, Guid TaskId, TransactionStatus Status = TransactionStatus.Pending, string? ApprovedBy = null)
{
    public static Transaction? Evolve(Transaction? transaction, TransactionEvent @event) => @event switch
    {
        TransactionPrepared e => new(e.TransactionId, e.AgentId, e.TaskId),
        TransactionApproved e => transaction! with { ApprovedBy = e.ApprovedBy },
        TransactionFailed => transaction! with { Status = TransactionStatus.Failed },
        _ => transaction
    };
}
