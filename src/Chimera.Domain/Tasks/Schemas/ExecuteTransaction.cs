using System.Numerics;
using System.Text.Json.Serialization;
using Chimera.Domain.Agents;
using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

public enum TransactionType { Transfer, TokenDeploy, Swap }

/// <summary>Assets. <c>BASE</c> is an alias of native ETH on Base; <c>custom</c> names its token .</summary>
public enum TokenType
{
    [JsonStringEnumMemberName("ETH")] Eth,
    [JsonStringEnumMemberName("BASE")] Base,
    [JsonStringEnumMemberName("USDC")] Usdc,
    [JsonStringEnumMemberName("custom")] Custom
}

/// <summary>Move value on the chain.</summary>
/// <param name="Amount">An integer in wei or the token's smallest unit.</param>
/// <param name="MaxGasPriceGwei">Base fees are far below 1 gwei, so decimals are taken .</param>
public sealed record ExecuteTransactionInput(
    TransactionType TransactionType, string FromWallet, string Amount, TokenType TokenType, string Reason, string? ToAddress = null,
    decimal? MaxGasPriceGwei = null, string? TokenAddress = null, int? TokenDecimals = null, string? ToToken = null,
    string? MinAmountOut = null, string? TokenSpec = null) : TaskInput
{
    public override void Validate()
    {
        Require(WalletAddress.IsValid(FromWallet), "execute-transaction.from-wallet", "Not an Ethereum address.", "/from_wallet");
        Require(TransactionType == TransactionType.TokenDeploy || (ToAddress is not null && WalletAddress.IsValid(ToAddress)),
            "execute-transaction.to-address", "Not an Ethereum address.", "/to_address");
        RequireAmount(Amount, "execute-transaction.amount", "/amount");
        RequireText(Reason, 1000, "execute-transaction.reason", "/reason");
        Require(MaxGasPriceGwei is null or > 0, "execute-transaction.max-gas-price", "The price is above 0.", "/max_gas_price_gwei");
        ValidateToken();
        ValidateType();
    }

    private void ValidateToken() =>
        Require(TokenType != TokenType.Custom || (TokenAddress is not null && WalletAddress.IsValid(TokenAddress) && TokenDecimals is >= 0 and <= 36),
            "execute-transaction.token", "A custom token needs token_address and token_decimals.", "/token_address");

    private void ValidateType()
    {
        if (TransactionType == TransactionType.TokenDeploy) RequireText(TokenSpec, 10_000, "execute-transaction.token-spec", "/token_spec");
        if (TransactionType != TransactionType.Swap) return;
        RequireText(ToToken, 100, "execute-transaction.to-token", "/to_token");
        RequireAmount(MinAmountOut, "execute-transaction.min-amount-out", "/min_amount_out");
    }

    private static void RequireAmount(string? amount, string code, string pointer) =>
        Require(amount is { Length: > 0 and <= 78 } && amount.All(char.IsAsciiDigit) && BigInteger.Parse(amount, provider: null) > 0, code,
            "An amount is a whole number above 0, in the smallest unit, as a string.", pointer);
}

public enum TransactionStatus { Pending, Confirmed, Failed }

/// <summary>A transaction on the chain.</summary>
public sealed record ExecuteTransactionOutput(
    string TransactionHash, TransactionStatus Status, long GasUsed, decimal GasCostUsd, long? BlockNumber = null,
    DateTimeOffset? ConfirmedAt = null) : TaskOutput
{
    public override void Validate() => RequireText(TransactionHash, 255, "execute-transaction.hash", "/transaction_hash");
}
