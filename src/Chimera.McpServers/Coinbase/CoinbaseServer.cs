using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Numerics;
using System.Text.Json.Serialization;
using Chimera.Domain.Agents;
using Chimera.Domain.Tasks.Schemas;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using static Chimera.Domain.Rule;

namespace Chimera.McpServers.Coinbase;

/// <summary>What the tool sends; BASE is native ETH on Base .</summary>
internal enum SentToken
{
    [JsonStringEnumMemberName("ETH")] Eth,
    [JsonStringEnumMemberName("BASE")] Base,
    [JsonStringEnumMemberName("USDC")] Usdc
}

internal sealed record SendTransactionInput(
    [Description("The agent's wallet.")] string FromWallet,
    [Description("Who receives.")] string ToAddress,
    [Description("A whole number above 0, in wei or the token's smallest unit."), Length(1, 78), RegularExpression("[0-9]+")] string Amount,
    SentToken Token) : IToolInput
{
    public void Validate()
    {
        Require(WalletAddress.IsValid(FromWallet), ToolErrors.InvalidArguments, "Not an Ethereum address.", "/from_wallet");
        Require(WalletAddress.IsValid(ToAddress), ToolErrors.InvalidArguments, "Not an Ethereum address.", "/to_address");
        Require(BigInteger.Parse(Amount, provider: null) > 0, ToolErrors.InvalidArguments, "An amount is above 0.", "/amount");
    }
}

internal sealed record SendTransactionOutput(string TransactionHash, TransactionStatus Status, string GasCost);

/// <summary>Sends value from a wallet.</summary>
internal interface IWallet
{
    Task<SendTransactionOutput> Send(SendTransactionInput order, Caller caller, CancellationToken cancellation);
}

/// <summary>The sandbox has no keys and signs nothing.</summary>
internal sealed class SandboxWallet : IWallet
{
    public Task<SendTransactionOutput> Send(SendTransactionInput order, Caller caller, CancellationToken cancellation) =>
        throw new ToolErrorException(ToolErrors.PolicyDenied, "No policy allows it: the sandbox signs nothing.");
}

/// <summary>Transactions on the chain (specification 2.3).</summary>
internal static class CoinbaseServer
{
    public const string Name = "mcp-server-coinbase";

    private const string Errors = "Fails with INSUFFICIENT_FUNDS, GAS_TOO_HIGH, POLICY_DENIED, NONCE_CONFLICT, RPC_UNAVAILABLE, OUTCOME_UNKNOWN or PLATFORM_NOT_CONFIGURED.";

    public static readonly ServerKind Kind = new(Name, "Coinbase", "Sends transactions from the agents' wallets.", Make);

    private static ServerParts Make(Backstage stage)
    {
        var (wallet, gate) = stage.BackEnd<IWallet>(() => new SandboxWallet(), missing: "CDP_API_KEY_ID");
        var words = new ToolWords(Name, "send_transaction", "Send a transaction", "Sends value from an agent's wallet. " + Errors)
        {
            KeepsAnswers = true, Breakdown = Domain.Tasks.ErrorTable.OutcomeUnknown
        };
        return new([new Tool<SendTransactionInput, SendTransactionOutput>(words, gate, stage.Log,
            async (input, caller, cancellation) => new(await wallet.Send(input, caller, cancellation)))], []);
    }
}
