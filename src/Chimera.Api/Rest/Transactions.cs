using Chimera.Domain.Tasks.Schemas;
using Chimera.Projections.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Chimera.Api.Rest;

/// <summary>A transaction as its table has it.</summary>
public sealed record TransactionDetails(
    Guid TransactionId, Guid AgentId, Guid? TaskId, Guid? CampaignId, TransactionType? TransactionType, string FromWallet, string ToWallet, string AmountWei,
    TokenType TokenType, string? TransactionHash, TransactionStatus Status, string? GasCostWei, long? GasUsed, long? BlockNumber, long? ChainId, string? Reason,
    string? ApprovedBy, DateTimeOffset CreatedAt, DateTimeOffset? ConfirmedAt)
{
    public static TransactionDetails Of(TransactionRow row) => new(row.TransactionId, row.AgentId, row.TaskId, row.CampaignId,
        row.TransactionType is { } type ? Words<TransactionType>.Value(type) : null, row.FromWallet, row.ToWallet, row.AmountWei,
        Words<TokenType>.Value(row.TokenType), row.TransactionHash, Words<TransactionStatus>.Value(row.Status), row.GasCostWei, row.GasUsed, row.BlockNumber,
        row.ChainId, row.Reason, row.ApprovedBy, row.CreatedAt, row.ConfirmedAt);
}

internal static class Transactions
{
    private static readonly Listing<TransactionRow> Listing = new(TransactionsTable.Description, row => new(0, row.CreatedAt, row.TransactionId));

    public static void Map(IEndpointRouteBuilder api)
    {
        var transactions = api.MapGroup("/transactions").WithTags("Transactions");
        transactions.MapGet("", List).Lists<TransactionDetails>("listTransactions", "List transactions", "Newest first.");
        transactions.MapGet("/{id}", Get).Shows<TransactionDetails>("getTransaction", "Read a transaction", "Folded from its events.");
    }

    private static async Task<Reply> List(
        [AsParameters] PageQuery page, [FromQuery(Name = "agent_id")] Guid? agentId, Pages pages, CancellationToken cancellation) =>
        Reply.Ok(await pages.Read(Listing, page, [new("agent_id = $0", agentId)], TransactionDetails.Of, cancellation));

    private static async Task<Reply> Get(Guid id, Streams streams, CancellationToken cancellation)
    {
        var transaction = await streams.Read(TransactionsTable.Description, "transaction", id, cancellation);
        return Reply.Ok(TransactionDetails.Of(transaction.Row), transaction.Version);
    }
}
