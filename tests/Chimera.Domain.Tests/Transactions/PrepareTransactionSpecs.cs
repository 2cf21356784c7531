using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Transactions;
using static Chimera.Domain.Tests.Transactions.TransactionHistory;

namespace Chimera.Domain.Tests.Transactions;

public sealed class PrepareTransactionSpecs
{
    [Fact]
    public void a_transaction_is_prepared_as_it_was_asked_for() => When(Payment).Then(Prepared with { PreparedAt = Now });

    [Fact]
    public void a_deployment_goes_to_no_wallet() =>
        When(new(TransactionType.TokenDeploy, Wallet, "1", TokenType.Base, "a token for fans", TokenSpec: "ADA"))
            .Then(Prepared with
            {
                TransactionType = TransactionType.TokenDeploy,
                ToWallet = "0x0000000000000000000000000000000000000000",
                AmountWei = "1",
                TokenType = TokenType.Base,
                Reason = "a token for fans",
                PreparedAt = Now
            });

    [Fact]
    public void the_limits_of_a_transaction_hold()
    {
        When(Payment with { Amount = "0" }).ThenBreaks("execute-transaction.amount", "/amount");
        When(Payment with { Reason = "" }).ThenBreaks("execute-transaction.reason", "/reason");
        When(Payment with { ToAddress = null }).ThenBreaks("execute-transaction.to-address", "/to_address");
    }

    private static Spec<Transaction, TransactionEvent> When(ExecuteTransactionInput wanted) =>
        Given().When(() => TransactionDecider.Decide(new PrepareTransaction(TransactionId, Ada, TaskId, CampaignId, wanted), Now));
}
