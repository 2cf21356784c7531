using Chimera.Domain.Transactions;
using static Chimera.Domain.Tests.Transactions.TransactionHistory;

namespace Chimera.Domain.Tests.Transactions;

public sealed class FailTransactionSpecs
{
    [Fact]
    public void a_transaction_can_fail_before_and_after_its_approval()
    {
        Given(Prepared).When(Fail).Then(new TransactionFailed(NoFunds, Now));
        Given(Prepared, Approved).When(Fail).Then(new TransactionFailed(NoFunds, Now));
    }

    [Fact]
    public void failing_twice_changes_nothing() => Given(Prepared, Failed).When(Fail).ThenNothing();

    private static TransactionEvent[] Fail(Transaction transaction) => TransactionDecider.Decide(new FailTransaction(TransactionId, NoFunds), transaction, Now);
}
