using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

public sealed class ExecuteTransactionSpecs
{
    private const string TransferJson =
        """
        {
          "transaction_type": "transfer", "from_wallet": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "to_address": "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
          "amount": "1000000000000000000", "token_type": "ETH", "reason": "pays the illustrator", "max_gas_price_gwei": 2
        }
        """;

    private const string SwapJson =
        """
        {
          "transaction_type": "swap", "from_wallet": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "to_address": "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
          "amount": "1", "token_type": "USDC", "reason": "needs gas", "to_token": "ETH", "min_amount_out": "300"
        }
        """;

    private const string DeployJson =
        """
        {
          "transaction_type": "token_deploy", "from_wallet": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "amount": "1", "token_type": "BASE",
          "reason": "a token for fans", "token_spec": "ADA, 18 decimals"
        }
        """;

    private const string OutputJson =
        """
        {
          "transaction_hash": "0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b", "status": "confirmed", "block_number": 123456789012,
          "gas_used": 21000, "gas_cost_usd": 0.0021, "confirmed_at": "2026-03-01T09:00:00+00:00"
        }
        """;

    private static JsonSpec Transfer => JsonSpec.Input(TaskType.ExecuteTransaction, TransferJson);
    private static JsonSpec Swap => JsonSpec.Input(TaskType.ExecuteTransaction, SwapJson);
    private static JsonSpec Deploy => JsonSpec.Input(TaskType.ExecuteTransaction, DeployJson);
    private static JsonSpec Output => JsonSpec.Output(TaskType.ExecuteTransaction, OutputJson);

    private static JsonSpec Custom => Transfer.With("/token_type", "\"custom\"")
        .With("/token_address", "\"0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB\"").With("/token_decimals", "18");

    [Fact]
    public void the_examples_read_and_write_every_field()
    {
        Transfer.ThenRoundTrips();
        Swap.ThenRoundTrips();
        Deploy.ThenRoundTrips();
        Custom.ThenRoundTrips();
        Output.ThenRoundTrips();
    }

    [Theory]
    [InlineData("S2.2-42", "/transaction_type", "\"transfer\"")]
    [InlineData("S2.2-43", "/from_wallet", "\"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\"")]
    [InlineData("S2.2-44", "/to_address", "\"0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359\"")]
    [InlineData("S2.2-45", "/amount", "\"1000000000000000000\"")]
    [InlineData("S2.2-46", "/token_type", "\"ETH\"")]
    [InlineData("S2.2-47", "/reason", "\"pays the illustrator\"")]
    [InlineData("S2.2-48", "/max_gas_price_gwei", "2")]
    public void every_input_field_has_its_published_name(string requirement, string pointer, string value) => Transfer.ThenWrites(requirement, pointer, value);

    [Theory]
    [InlineData("S2.2-49", "/transaction_hash", "\"0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b\"")]
    [InlineData("S2.2-50", "/status", "\"confirmed\"")]
    [InlineData("S2.2-51", "/block_number", "123456789012")]
    [InlineData("S2.2-52", "/gas_used", "21000")]
    [InlineData("S2.2-53", "/gas_cost_usd", "0.0021")]
    [InlineData("S2.2-54", "/confirmed_at", "\"2026-03-01T09:00:00+00:00\"")]
    public void every_output_field_has_its_published_name(string requirement, string pointer, string value) => Output.ThenWrites(requirement, pointer, value);

    [Fact]
    public void the_words_are_those_of_the_specification()
    {
        Assert.Equal(["transfer", "token_deploy", "swap"], Enum.GetValues<TransactionType>().Select(ChimeraJson.NameOf));
        Assert.Equal(["ETH", "BASE", "USDC", "custom"], Enum.GetValues<TokenType>().Select(ChimeraJson.NameOf));
        Assert.Equal(["pending", "confirmed", "failed"], Enum.GetValues<TransactionStatus>().Select(ChimeraJson.NameOf));
    }

    [Theory]
    [InlineData("/transaction_type", "\"mint\""), InlineData("/token_type", "\"eth\""), InlineData("/token_type", "\"DOGE\"")]
    [InlineData("/amount", "1")]
    public void other_words_and_bare_numbers_are_refused(string pointer, string value) =>
        Transfer.With(pointer, value).ThenBreaks("task.input", "/input_data" + pointer);

    [Theory, InlineData("/transaction_type"), InlineData("/from_wallet"), InlineData("/amount"), InlineData("/token_type"), InlineData("/reason")]
    public void what_is_not_optional_is_needed(string pointer) => Transfer.Without(pointer).ThenBreaks("task.input", "/input_data");

    [Theory, InlineData("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"), InlineData("ada.eth"), InlineData("")]
    public void money_comes_from_an_address_and_goes_to_one(string wallet)
    {
        Transfer.With("/from_wallet", $"\"{wallet}\"").ThenBreaks("execute-transaction.from-wallet", "/input_data/from_wallet");
        Transfer.With("/to_address", $"\"{wallet}\"").ThenBreaks("execute-transaction.to-address", "/input_data/to_address");
    }

    [Fact]
    public void only_a_deployment_goes_nowhere()
    {
        Deploy.ThenIsTaken();
        Transfer.Without("/to_address").ThenBreaks("execute-transaction.to-address", "/input_data/to_address");
        Swap.Without("/to_address").ThenBreaks("execute-transaction.to-address", "/input_data/to_address");
    }

    [Theory, InlineData("1"), InlineData("115792089237316195423570985008687907853269984665640564039457584007913129639935")]
    public void an_amount_is_a_whole_number_above_0(string amount) => Transfer.With("/amount", $"\"{amount}\"").ThenRoundTrips();

    [Theory]
    [InlineData(""), InlineData("0"), InlineData("000"), InlineData("-1"), InlineData("+1"), InlineData("1.5"), InlineData("1e18")]
    [InlineData(" 1"), InlineData("0x10"), InlineData("١")]
    public void another_amount_is_refused(string amount) =>
        Transfer.With("/amount", $"\"{amount}\"").ThenBreaks("execute-transaction.amount", "/input_data/amount");

    [Fact]
    public void an_amount_has_up_to_78_digits()
    {
        Transfer.With("/amount", $"\"{new string('1', 78)}\"").ThenIsTaken();
        Transfer.With("/amount", $"\"{new string('1', 79)}\"").ThenBreaks("execute-transaction.amount", "/input_data/amount");
    }

    [Fact]
    public void a_reason_has_1_to_1000_characters()
    {
        Transfer.With("/reason", JsonSpec.Text(1000)).ThenIsTaken();
        Transfer.With("/reason", JsonSpec.Text(1001)).ThenBreaks("execute-transaction.reason", "/input_data/reason");
        Transfer.With("/reason", "\"\"").ThenBreaks("execute-transaction.reason", "/input_data/reason");
    }

    [Theory, InlineData("0.001"), InlineData("0.0000001"), InlineData("50")]
    public void a_gas_price_may_have_decimals(string price) => Transfer.With("/max_gas_price_gwei", price).ThenRoundTrips();

    [Theory, InlineData("0"), InlineData("-1")]
    public void a_gas_price_is_above_0(string price) =>
        Transfer.With("/max_gas_price_gwei", price).ThenBreaks("execute-transaction.max-gas-price", "/input_data/max_gas_price_gwei");

    [Fact]
    public void a_gas_price_is_optional() => Transfer.Without("/max_gas_price_gwei").ThenRoundTrips();

    [Theory, InlineData("ETH"), InlineData("BASE"), InlineData("USDC")]
    public void a_known_token_needs_no_address(string token) => Transfer.With("/token_type", $"\"{token}\"").ThenRoundTrips();

    [Fact]
    public void a_custom_token_needs_its_address_and_decimals()
    {
        Custom.Without("/token_address").ThenBreaks("execute-transaction.token", "/input_data/token_address");
        Custom.With("/token_address", "\"0x00\"").ThenBreaks("execute-transaction.token", "/input_data/token_address");
        Custom.Without("/token_decimals").ThenBreaks("execute-transaction.token", "/input_data/token_address");
    }

    [Theory, InlineData(0), InlineData(36)]
    public void a_custom_token_has_0_to_36_decimals(int decimals) => Custom.With("/token_decimals", $"{decimals}").ThenRoundTrips();

    [Theory, InlineData(-1), InlineData(37)]
    public void other_decimals_are_refused(int decimals) =>
        Custom.With("/token_decimals", $"{decimals}").ThenBreaks("execute-transaction.token", "/input_data/token_address");

    [Fact]
    public void a_swap_names_what_it_wants_and_how_much_at_least()
    {
        Swap.Without("/to_token").ThenBreaks("execute-transaction.to-token", "/input_data/to_token");
        Swap.With("/to_token", JsonSpec.Text(101)).ThenBreaks("execute-transaction.to-token", "/input_data/to_token");
        Swap.Without("/min_amount_out").ThenBreaks("execute-transaction.min-amount-out", "/input_data/min_amount_out");
        Swap.With("/min_amount_out", "\"0\"").ThenBreaks("execute-transaction.min-amount-out", "/input_data/min_amount_out");
    }

    [Fact]
    public void a_deployment_describes_its_token()
    {
        Deploy.Without("/token_spec").ThenBreaks("execute-transaction.token-spec", "/input_data/token_spec");
        Deploy.With("/token_spec", JsonSpec.Text(10_000)).ThenIsTaken();
        Deploy.With("/token_spec", JsonSpec.Text(10_001)).ThenBreaks("execute-transaction.token-spec", "/input_data/token_spec");
    }

    [Theory, InlineData("/block_number"), InlineData("/confirmed_at")]
    public void a_transaction_that_is_not_mined_yet_has_neither_block_nor_time(string pointer) => Output.Without(pointer).ThenRoundTrips();

    [Theory, InlineData("/transaction_hash"), InlineData("/status"), InlineData("/gas_used"), InlineData("/gas_cost_usd")]
    public void every_other_output_field_is_needed(string pointer) => Output.Without(pointer).ThenBreaks("result.output", "/output_data");

    [Fact]
    public void a_transaction_has_a_hash()
    {
        Output.With("/transaction_hash", "\"\"").ThenBreaks("execute-transaction.hash", "/output_data/transaction_hash");
        Output.With("/transaction_hash", JsonSpec.Text(256)).ThenBreaks("execute-transaction.hash", "/output_data/transaction_hash");
    }
}
