using Chimera.Domain.Tasks.Schemas;
using static Chimera.Domain.Tests.Transactions.TransactionHistory;

namespace Chimera.Domain.Tests.Transactions;

public sealed class TransactionEvolveSpecs
{
    [Fact]
    public void a_prepared_transaction_is_pending_and_unapproved() => Given(Prepared).ThenState(transaction =>
        Assert.Equal((TransactionId, Ada, TaskId, TransactionStatus.Pending, null),
            (transaction.Id, transaction.AgentId, transaction.TaskId, transaction.Status, transaction.ApprovedBy)));

    [Fact]
    public void an_approved_transaction_knows_by_whom_and_is_still_pending() => Given(Prepared, Approved).ThenState(transaction =>
        Assert.Equal((TransactionStatus.Pending, "human"), (transaction.Status, transaction.ApprovedBy)));

    [Fact]
    public void a_failed_transaction_has_failed() =>
        Given(Prepared, Approved, Failed).ThenState(transaction => Assert.Equal(TransactionStatus.Failed, transaction.Status));
}
