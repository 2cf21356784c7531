using Chimera.Domain.Transactions;
using static Chimera.Domain.Tests.Transactions.TransactionHistory;

namespace Chimera.Domain.Tests.Transactions;

public sealed class ApproveTransactionSpecs
{
    [Fact]
    public void a_human_approves_a_prepared_transaction() =>
        Given(Prepared).When(item => Approve("human", "bob", item)).Then(new TransactionApproved("human", "bob", Now));

    [Fact]
    public void the_cfo_judge_approves_a_prepared_transaction() =>
        Given(Prepared).When(item => Approve("cfo_judge", null, item)).Then(new TransactionApproved("cfo_judge", null, Now));

    [Fact]
    public void approving_twice_changes_nothing() => Given(Prepared, Approved).When(item => Approve("human", "bob", item)).ThenNothing();

    [Fact]
    public void a_transaction_is_approved_by_one_only() =>
        Given(Prepared, Approved).When(item => Approve("cfo_judge", null, item)).ThenBreaks("transaction.status");

    [Fact]
    public void a_failed_transaction_is_not_approved() => Given(Prepared, Failed).When(item => Approve("human", "bob", item)).ThenBreaks("transaction.status");

    private static TransactionEvent[] Approve(string by, string? reviewer, Transaction transaction) =>
        TransactionDecider.Decide(new ApproveTransaction(TransactionId, by, reviewer), transaction, Now);
}
