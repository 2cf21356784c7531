using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Transactions;
using Chimera.Handlers.Committing;

namespace Chimera.Integration.Tests.Pipeline;

public sealed class EffectTests(PipelineFixture pipeline) : IClassFixture<PipelineFixture>
{
    [Fact]
    public async Task a_post_is_prepared_judged_and_only_then_published_exactly_as_approved()
    {
        var id = await pipeline.Add(Post("hello"));
        var task = await pipeline.Until(id, TaskStage.Completed);
        var events = await pipeline.Events(task.ResultId!.Value);
        Assert.Equal([typeof(ResultSubmitted), typeof(ResultApproved), typeof(EffectRequested), typeof(EffectSucceeded)], events.Select(e => e.GetType()));
        Assert.Equal(events.OfType<ResultApproved>().Single().ContentSha256, events.OfType<EffectRequested>().Single().ContentSha256);
        Assert.Equal(TaskResult.Sha256Of(events.OfType<ResultSubmitted>().Single().OutputData!.Value), events.OfType<ResultApproved>().Single().ContentSha256);
    }

    [Fact]
    public async Task an_answer_that_is_lost_after_the_post_went_out_is_reconciled()
    {
        var id = await pipeline.Add(Post("lost"));
        var task = await pipeline.Until(id, TaskStage.Completed);
        Assert.True((await pipeline.Events(task.ResultId!.Value)).OfType<EffectSucceeded>().Single().Reconciled);
        Assert.Single(pipeline.Tools.PublishCalls, task.ResultId.Value.ToString());
    }

    [Fact]
    public async Task an_outcome_nobody_knows_is_given_to_a_human_and_never_sent_again_blindly()
    {
        pipeline.Tools.LookUpsFail(true);
        var id = await pipeline.Add(Post("gone"));
        var item = await pipeline.Escalated(id);
        pipeline.Tools.LookUpsFail(false);
        Assert.Equal(ErrorTable.OutcomeUnknown, item.EscalationReason);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Approve, "ada"));
        await pipeline.Until(id, TaskStage.Completed);
        Assert.Single(pipeline.Tools.PublishCalls, item.ResultId!.Value.ToString());
    }

    [Fact]
    public async Task a_look_up_that_fails_again_leaves_it_with_the_human()
    {
        pipeline.Tools.LookUpsFail(true);
        var id = await pipeline.Add(Post("gone"));
        var item = await pipeline.Escalated(id);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Approve, "ada"));
        var events = await Eventually.Is(() => pipeline.Events(item.ResultId!.Value), all => all.OfType<EffectOutcomeUnknown>().Count() == 2, "the second look");
        pipeline.Tools.LookUpsFail(false);
        Assert.Single(pipeline.Tools.PublishCalls, item.ResultId!.Value.ToString());
        Assert.NotEmpty(events);
    }

    [Fact]
    public async Task a_commit_delivered_twice_publishes_once()
    {
        var id = await pipeline.Add(Post("once"));
        var task = await pipeline.Until(id, TaskStage.Completed);
        await pipeline.Send(new CommitEffects([new(id, task.ResultId!.Value)]));
        Assert.Single(pipeline.Tools.PublishCalls, task.ResultId.Value.ToString());
    }

    [Fact]
    public async Task a_dry_run_completes_without_publishing()
    {
        var id = await pipeline.Add(Post("dry") with { DryRun = true });
        var task = await pipeline.Until(id, TaskStage.Completed);
        Assert.DoesNotContain(task.ResultId!.Value.ToString(), pipeline.Tools.PublishCalls);
    }

    [Fact]
    public async Task a_scheduled_post_goes_out_at_its_time_and_not_before()
    {
        var at = DateTimeOffset.UtcNow.AddSeconds(3);
        var id = await pipeline.Add(Post("later", at));
        await pipeline.Until(id, TaskStage.Approved);
        Assert.True((await pipeline.Until(id, TaskStage.Completed)).CompletedAt >= at);
    }

    [Fact]
    public async Task a_scheduled_post_that_is_moved_forward_goes_out_once_at_the_new_time()
    {
        var id = await pipeline.Add(Post("moved", DateTimeOffset.UtcNow.AddHours(1)));
        await pipeline.Until(id, TaskStage.Approved);
        var at = DateTimeOffset.UtcNow.AddSeconds(1);
        await pipeline.Send(new RescheduleTask(id, at));
        var task = await pipeline.Until(id, TaskStage.Completed);
        Assert.True(task.CompletedAt >= at);
        Assert.Single(pipeline.Tools.PublishCalls, task.ResultId!.Value.ToString());
    }

    [Fact]
    public async Task what_was_said_before_is_skipped_and_not_retried()
    {
        var id = await pipeline.Add(Post("duplicate"));
        Assert.Equal("DUPLICATE_CONTENT", (await pipeline.Until(id, TaskStage.Skipped)).Error!.ErrorType);
    }

    [Fact]
    public async Task a_platform_that_is_not_configured_is_a_typed_failure()
    {
        var id = await pipeline.Add(Post("hello") with { InputData = ChimeraJson.Write(new PostContentInput(Platform.Tiktok, new("hello"))) });
        Assert.Equal(ErrorTable.NotConfigured, (await pipeline.Until(id, TaskStage.Failed)).Error!.ErrorType);
    }

    [Fact]
    public async Task a_paused_agent_holds_its_work_until_it_is_resumed()
    {
        await pipeline.Send(new PauseAgent(pipeline.AgentId, "test"));
        var id = await pipeline.Add(Post("held"));
        await pipeline.Send(new ResumeAgent(pipeline.AgentId));
        await pipeline.Until(id, TaskStage.Completed);
    }

    [Fact]
    public async Task a_transaction_needs_a_human_and_then_says_that_no_wallet_is_configured()
    {
        const string wallet = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        await pipeline.Send(new ReviseAgent(pipeline.AgentId, WalletAddress: wallet));
        var input = new ExecuteTransactionInput(TransactionType.Transfer, wallet, "1", TokenType.Eth, "tip", wallet);
        var id = await pipeline.Add(Post("pay") with { Type = TaskType.ExecuteTransaction, InputData = ChimeraJson.Write(input) });
        var item = await pipeline.Escalated(id);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Approve, "ada"));
        Assert.Equal(ErrorTable.NotConfigured, (await pipeline.Until(id, TaskStage.Failed)).Error!.ErrorType);
        Assert.Equal(TransactionStatus.Failed, (await pipeline.Find<Transaction>(DerivedId.OfTransaction(item.ResultId!.Value)))!.Status);
    }

    [Fact]
    public async Task the_cfo_judge_rejects_a_payment_from_a_foreign_wallet()
    {
        const string foreign = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
        var input = new ExecuteTransactionInput(TransactionType.Transfer, foreign, "1", TokenType.Eth, "tip", foreign);
        var id = await pipeline.Add(Post("pay") with { Type = TaskType.ExecuteTransaction, InputData = ChimeraJson.Write(input) });
        Assert.Equal(ErrorTable.Rejected, (await pipeline.Until(id, TaskStage.Failed)).Error!.ErrorType);
        Assert.Equal(ResultStage.Rejected, (await pipeline.Find<TaskResult>(DerivedId.OfResult(id, 0)))!.Stage);
    }

    private PlanTask Post(string text, DateTimeOffset? at = null) => pipeline.Post("ok") with
    {
        Type = TaskType.PostContent,
        InputData = ChimeraJson.Write(new PostContentInput(Platform.Twitter, new(text), at is null ? null : new(ScheduledTime: at)))
    };
}
