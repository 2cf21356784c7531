using Chimera.Domain.Transactions;
using CsCheck;
using static Chimera.Domain.Tests.Transactions.TransactionHistory;

namespace Chimera.Domain.Tests.Transactions;

public sealed class TransactionProperties
{
    [Fact]
    public void a_repeated_command_changes_nothing() =>
        Walk.RepeatsChangeNothing(typeof(TransactionDecider), Transaction.Evolve, [Prepared], Gen.Frequency(
            (3, Gen.OneOf("human", "cfo_judge").Select(by => Move(new ApproveTransaction(TransactionId, by, "bob"), TransactionDecider.Decide))),
            (1, Gen.Const(Move(new FailTransaction(TransactionId, NoFunds), TransactionDecider.Decide)))));

    private static Move<Transaction, TransactionEvent> Move<T>(T command, Func<T, Transaction, DateTimeOffset, TransactionEvent[]> decide) where T : notnull =>
        new(command, transaction => decide(command, transaction, Now));
}
