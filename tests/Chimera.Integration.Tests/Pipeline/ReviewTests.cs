using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integration.Tests.Pipeline;

public sealed class ReviewTests(PipelineFixture pipeline) : IClassFixture<PipelineFixture>
{
    [Fact]
    public async Task an_unsafe_result_waits_for_a_human_who_approves_it()
    {
        var id = await pipeline.Add(pipeline.Post("unsafe"));
        var item = await pipeline.Escalated(id);
        Assert.StartsWith("safety", item.EscalationReason, StringComparison.Ordinal);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Approve, "ada"));
        Assert.Equal(item.ResultId, (await pipeline.Until(id, TaskStage.Completed)).ResultId);
    }

    [Fact]
    public async Task a_human_rejection_is_replanned()
    {
        var id = await pipeline.Add(pipeline.Post("unsafe"));
        var item = await pipeline.Escalated(id);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Reject, "ada", "too rough"));
        var task = await pipeline.Until<AgentTask>(id, one => one.RetryCount == 1);
        Assert.Contains("too rough", (await pipeline.Events(id)).OfType<TaskRevised>().Single().Error.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(ResultStage.Rejected, (await pipeline.Find<TaskResult>(item.ResultId!.Value))!.Stage);
        Assert.NotNull(task);
    }

    [Fact]
    public async Task a_modified_output_replaces_the_result_and_is_judged_again()
    {
        var id = await pipeline.Add(pipeline.Post("unsafe"));
        var item = await pipeline.Escalated(id);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Modify, "ada", null, Output("calm words")));
        var task = await pipeline.Until(id, TaskStage.Completed);
        Assert.Equal(DerivedId.OfModifiedResult(item.Id), task.ResultId);
        Assert.Equal(ResultStage.Replaced, (await pipeline.Find<TaskResult>(item.ResultId!.Value))!.Stage);
        Assert.Equal("human", (await pipeline.Find<TaskResult>(task.ResultId!.Value))!.Metadata.ModelUsed);
    }

    [Fact]
    public async Task a_human_cannot_pass_the_safety_check_by_modifying()
    {
        var id = await pipeline.Add(pipeline.Post("unsafe"));
        var item = await pipeline.Escalated(id);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Modify, "ada", null, Output("still unsafe")));
        var again = await pipeline.Until<AgentTask>(id, task => task.Stage == TaskStage.Escalated && task.HitlId != item.Id);
        Assert.Equal(DerivedId.OfModifiedResult(item.Id), again.ResultId);
    }

    [Fact]
    public async Task an_item_is_decided_once()
    {
        var item = await pipeline.Escalated(await pipeline.Add(pipeline.Post("unsafe")));
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Approve, "ada"));
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Approve, "ada"));
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Reject, "bob")));
        Assert.Equal("hitl.closed", refused.Code);
    }

    [Fact]
    public async Task there_must_be_something_to_approve()
    {
        var item = await pipeline.Escalated(await pipeline.Add(pipeline.Post("nsfw")));
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Approve, "ada")));
        Assert.Equal("hitl.nothing-to-approve", refused.Code);
    }

    [Fact]
    public async Task a_text_that_a_human_approved_is_posted_without_asking_again()
    {
        var draft = await pipeline.Add(pipeline.Post("unsafe but fine"));
        var input = ChimeraJson.Write(new PostContentInput(Platform.Twitter, new(TextFrom: draft)));
        var post = await pipeline.Add(pipeline.Post("ok") with { Type = TaskType.PostContent, InputData = input, Dependencies = [draft] });
        var item = await pipeline.Escalated(draft);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Approve, "ada"));
        await pipeline.Until(post, TaskStage.Completed);
    }

    [Fact]
    public async Task a_text_that_a_human_wrote_is_posted_whatever_the_persona_says()
    {
        var draft = await pipeline.Add(pipeline.Post("unsafe"));
        var input = ChimeraJson.Write(new PostContentInput(Platform.Twitter, new(TextFrom: draft)));
        var post = await pipeline.Add(pipeline.Post("ok") with { Type = TaskType.PostContent, InputData = input, Dependencies = [draft] });
        var item = await pipeline.Escalated(draft);
        await pipeline.Send(new DecideHitlItem(item.Id, HitlDecision.Modify, "ada", null, Output("calm, off-voice words")));
        await pipeline.Until(post, TaskStage.Completed);
    }

    [Fact]
    public async Task cancelling_an_escalated_task_closes_its_item()
    {
        var id = await pipeline.Add(pipeline.Post("unsafe"));
        var item = await pipeline.Escalated(id);
        await pipeline.Send(new CancelTask(id, "not needed"));
        Assert.Equal(HitlStatus.Cancelled, (await pipeline.Find<HitlItem>(item.Id))!.Status);
        Assert.Equal(TaskStage.Cancelled, (await pipeline.Find<AgentTask>(id))!.Stage);
    }

    private static System.Text.Json.JsonElement Output(string text) => ChimeraJson.Write(new GeneratePostOutput(text, [], 0.5, new(true, [])));
}
