using Chimera.Domain;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Committing;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>The platform wants to be asked tomorrow, and somebody has second thoughts before.</summary>
public sealed class DeferredEffectTests(PipelineFixture pipeline) : IClassFixture<PipelineFixture>
{
    [Fact]
    public async Task a_post_that_waits_for_its_rate_limit_can_be_cancelled_and_does_not_go_out()
    {
        var post = Busy();
        await pipeline.Add(post);
        var result = await Deferred(post.TaskId);
        Assert.Equal(("RATE_LIMIT", null), (result.ErrorDetails!.ErrorType, result.IdempotencyKey));
        await pipeline.Send(new CancelTask(post.TaskId, "second thoughts"));
        await pipeline.Send(new CommitEffects([new(post.TaskId, result.Id)])); // its time has come
        Assert.Equal(TaskStage.Cancelled, (await pipeline.Find<AgentTask>(post.TaskId))!.Stage);
        Assert.Single(pipeline.Tools.PublishCalls, result.Id.ToString());
    }

    [Fact]
    public async Task a_campaign_that_is_cancelled_publishes_nothing_that_waits_for_its_rate_limit()
    {
        var (campaign, post) = (Guid.CreateVersion7(), Busy());
        pipeline.Tools.Plan = (_, _, _) => [post with { CampaignId = campaign }];
        await pipeline.Send(new CreateCampaign(campaign, "busy", null, [pipeline.AgentId], DateTimeOffset.UtcNow, null, 1, [new("test", ["test"], [Platform.Twitter], 1)]));
        var result = await Deferred(post.TaskId);
        await pipeline.Send(new CancelCampaign(campaign, "second thoughts"));
        await pipeline.Until(post.TaskId, TaskStage.Cancelled);
        await pipeline.Until<Campaign>(campaign, one => one.OpenTasks.Count == 0);
        Assert.Single(pipeline.Tools.PublishCalls, result.Id.ToString());
    }

    [Fact]
    public async Task what_waits_goes_out_once_when_it_is_asked_for_again()
    {
        var post = Busy("busy once");
        await pipeline.Add(post);
        var result = await Deferred(post.TaskId);
        await pipeline.Send(new CommitEffects([new(post.TaskId, result.Id)]));
        await pipeline.Until(post.TaskId, TaskStage.Completed);
        Assert.Equal([typeof(ResultSubmitted), typeof(ResultApproved), typeof(EffectRequested), typeof(EffectDeferred), typeof(EffectRequested), typeof(EffectSucceeded)],
            (await pipeline.Events(result.Id)).Select(e => e.GetType()));
    }

    private Task<TaskResult> Deferred(Guid task) => pipeline.Until<TaskResult>(DerivedId.OfResult(task, 0), one => one is { Stage: ResultStage.Approved, EffectRequests: 1 });

    private PlanTask Busy(string text = "busy") => pipeline.Post("ok") with
    {
        Type = TaskType.PostContent,
        InputData = ChimeraJson.Write(new PostContentInput(Platform.Twitter, new(text)))
    };
}
