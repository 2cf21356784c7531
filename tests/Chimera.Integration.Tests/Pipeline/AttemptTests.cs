using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Pipeline;

public sealed class AttemptTests(PipelineFixture pipeline) : IClassFixture<PipelineFixture>
{
    [Fact]
    public async Task a_failing_tool_is_tried_again_after_a_while_and_then_succeeds()
    {
        var id = await pipeline.Add(pipeline.Post("fail 2"));
        var task = await pipeline.Until(id, TaskStage.Completed);
        Assert.Equal(2, task.RetryCount);
        var waits = (await pipeline.Events(id)).OfType<TaskRetryScheduled>().Select(retry => retry.RetryAt - retry.At).ToArray();
        Assert.True(waits[1] > waits[0], "the second wait is the longer one");
    }

    [Fact]
    public async Task a_tool_that_never_succeeds_fails_the_task_after_max_retries()
    {
        var id = await pipeline.Add(pipeline.Post("fail") with { MaxRetries = 1 });
        var task = await pipeline.Until(id, TaskStage.Failed);
        Assert.Equal("RATE_LIMIT_EXCEEDED", task.Error!.ErrorType);
        Assert.Equal(2, (await pipeline.Events(id)).OfType<TaskStarted>().Count());
    }

    [Fact]
    public async Task what_failed_attempts_cost_is_booked_on_their_results_and_task()
    {
        var id = await pipeline.Add(pipeline.Post("dear") with { MaxRetries = 1 });
        var task = await pipeline.Until(id, TaskStage.Failed);
        Assert.Equal(0.04m, task.CostUsd);
        Assert.Equal(0.02m, (await pipeline.Find<TaskResult>(DerivedId.OfResult(id, 0)))!.Metadata.CostUsd);
    }

    [Fact]
    public async Task a_task_that_outlasts_its_timeout_fails_with_TIMEOUT()
    {
        var id = await pipeline.Add(pipeline.Post("slow") with { TimeoutSeconds = 1, MaxRetries = 0 });
        Assert.Equal(ErrorTable.Timeout, (await pipeline.Until(id, TaskStage.Failed)).Error!.ErrorType);
    }

    [Fact]
    public async Task an_output_that_breaks_its_schema_goes_back_to_the_planner()
    {
        var id = await pipeline.Add(pipeline.Post("garbage"));
        await pipeline.Until(id, TaskStage.Completed);
        Assert.Equal(ErrorTable.InvalidOutput, Assert.Single((await pipeline.Events(id)).OfType<TaskRevised>()).Error.ErrorType);
    }

    [Fact]
    public async Task a_rejected_result_is_replanned_and_only_one_result_is_accepted()
    {
        var id = await pipeline.Add(pipeline.Post("off-voice"));
        var task = await pipeline.Until<AgentTask>(id, one => one.Stage is TaskStage.Completed or TaskStage.Failed);
        Assert.Equal(ResultStage.Rejected, (await pipeline.Find<TaskResult>(DerivedId.OfResult(id, 0)))!.Stage);
        Assert.NotEqual(DerivedId.OfResult(id, 0), task.ResultId);
    }

    [Fact]
    public async Task a_task_without_a_tool_says_so()
    {
        var video = ChimeraJson.Write(new GenerateVideoInput(VideoType.TextToVideo, new(TextPrompt: "a panel"), 5));
        var id = await pipeline.Add(pipeline.Post("ok") with { Type = TaskType.GenerateVideo, InputData = video });
        Assert.Equal(ErrorTable.NotConfigured, (await pipeline.Until(id, TaskStage.Failed)).Error!.ErrorType);
    }

    [Fact]
    public async Task a_void_token_fails_the_task_and_pauses_the_agent()
    {
        var id = await pipeline.Add(pipeline.Post("auth"));
        Assert.Equal("AUTH_FAILED", (await pipeline.Until(id, TaskStage.Failed)).Error!.ErrorType);
        await pipeline.Until<Agent>(pipeline.AgentId, agent => agent.Status == AgentStatus.Paused);
        await pipeline.Send(new ResumeAgent(pipeline.AgentId));
    }

    [Fact]
    public async Task a_chunk_delivered_twice_changes_nothing()
    {
        var id = await pipeline.Add(pipeline.Post("ok"));
        await pipeline.Until(id, TaskStage.Completed);
        var before = (await pipeline.Events(id)).Count;
        await pipeline.Send(new ExecuteTasks(5, [new(id, 0)]));
        Assert.Equal(before, (await pipeline.Events(id)).Count);
    }

    [Fact]
    public async Task a_task_starts_when_all_it_waits_for_is_completed()
    {
        var first = await pipeline.Add(pipeline.Post("fail 1"));
        var second = await pipeline.Add(pipeline.Post("ok") with { Dependencies = [first] });
        var done = await pipeline.Until(second, TaskStage.Completed);
        Assert.True(done.StartedAt >= (await pipeline.Find<AgentTask>(first))!.CompletedAt);
    }

    [Fact]
    public async Task a_task_whose_dependency_fails_is_skipped_with_all_that_follow()
    {
        var first = await pipeline.Add(pipeline.Post("fail") with { MaxRetries = 1 });
        var second = await pipeline.Add(pipeline.Post("ok") with { Dependencies = [first] });
        var third = await pipeline.Add(pipeline.Post("ok") with { Dependencies = [second] });
        Assert.Equal(ErrorTable.DependencyFailed, (await pipeline.Until(third, TaskStage.Skipped)).Error!.ErrorType);
        Assert.Equal(TaskStage.Skipped, (await pipeline.Find<AgentTask>(second))!.Stage);
    }
}
