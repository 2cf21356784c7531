using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Transactions;
using Chimera.Projections.Tables;
using static Chimera.Projections.Tests.Past;

namespace Chimera.Projections.Tests;

/// <summary>Results, what waits for a human, and transactions.</summary>
public sealed class ReviewTableFolds
{
    private static readonly ResultSubmitted Submitted = new(
        Draft, Post, Worker, TaskType.PostContent, 0, ResultStatus.NeedsReview, Json("""{"text":"hello"}"""), new(12, 0.0012m, 0.9, "offline", 40), null, "trace", Now);

    private static readonly HitlItemOpened Opened = new(Question, Post, Draft, Ada, Launch, new string('r', 150), Json("""{"why":"unsure"}"""), 9, Now);

    private static readonly TransactionPrepared Prepared = new(
        Payment, Ada, Post, Launch, TransactionType.Transfer, "0xa", "0xb", "1000000000000000000", TokenType.Eth, "rent", Now);

    [Fact]
    public void an_effect_replaces_the_output_with_the_platforms_answer()
    {
        var row = ResultsTable.Description.Row(Draft, Submitted, new ResultApproved("human", "eve", "sha", null, Later), new EffectRequested("key", "sha", Later),
            new EffectSucceeded(Json("""{"post_id":"1"}"""), false, Later))!;

        Assert.Equal(("needs_review", """{"post_id":"1"}""", null), (row.Status, row.OutputData, row.ErrorDetails));
        Assert.Equal("""{"execution_time_ms":12,"cost_usd":0.0012,"confidence_score":0.9,"model_used":"offline","tokens_consumed":40}""", row.Metadata);
    }

    [Fact]
    public void a_result_says_why_its_effect_waits_until_it_has_happened()
    {
        object[] waiting = [Submitted, new EffectRequested("key", "sha", Later), new EffectDeferred(TookTooLong, Later)];
        Assert.Equal("""{"error_type":"TIMEOUT","error_message":"took too long"}""", ResultsTable.Description.Row(Draft, waiting)!.ErrorDetails);
        Assert.Null(ResultsTable.Description.Row(Draft, [.. waiting, new EffectSucceeded(Json("{}"), false, Later)])!.ErrorDetails);
    }

    [Fact]
    public void a_failed_effect_keeps_the_output_and_says_why() =>
        Assert.Equal(("""{"text":"hello"}""", """{"error_type":"TIMEOUT","error_message":"took too long"}"""),
            (ResultsTable.Description.Row(Draft, Submitted, new EffectFailed(TookTooLong, Later))! is var row ? row.OutputData : null, row.ErrorDetails));

    [Fact]
    public void a_review_that_changes_no_column_leaves_the_row_as_it_is()
    {
        var row = ResultsTable.Description.Row(Draft, Submitted);

        Assert.Same(row, ResultsTable.Description.Fold(row, Stored(Draft, new ResultApproved("judge", null, "sha", null, Later), 2)));
    }

    [Fact]
    public void an_item_waits_is_reviewed_and_is_resolved()
    {
        var assigned = new HitlItemAssigned("eve", Later);
        var decided = new HitlItemDecided(HitlDecision.Modify, "eve", "shorter", Json("{}"), Later);

        Assert.Equal("pending", HitlQueueTable.Description.Row(Question, Opened)!.Status);
        Assert.Equal("in_review", HitlQueueTable.Description.Row(Question, Opened, assigned)!.Status);
        Assert.Equal("cancelled", HitlQueueTable.Description.Row(Question, Opened, new HitlItemCancelled("task over", Later))!.Status);
        var row = HitlQueueTable.Description.Row(Question, Opened, assigned, decided)!;
        Assert.Equal(("resolved", "modify", "eve", "shorter", Later), (row.Status, row.Decision, row.AssignedTo, row.Feedback, row.ReviewedAt));
        Assert.Equal(100, row.EscalationReason.Length);
    }

    [Fact]
    public void a_transaction_is_prepared_approved_and_fails()
    {
        var row = TransactionsTable.Description.Row(Payment, Prepared, new TransactionApproved("human", "eve", Later))!;

        Assert.Equal(("ETH", "transfer", "pending", "human", Post, Launch), (row.TokenType, row.TransactionType, row.Status, row.ApprovedBy, row.TaskId, row.CampaignId));
        Assert.Equal("failed", TransactionsTable.Description.Row(Payment, Prepared, new TransactionFailed(TookTooLong, Later))!.Status);
    }
}
