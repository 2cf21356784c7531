using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Integrations.Queues;

namespace Chimera.Integration.Tests.Redis;

/// <summary>A foreign worker's results before our own judge: validated like any other, refused with a rule, never lost.</summary>
public sealed class ForeignResultTests(ForeignWorkerFixture pipeline) : IClassFixture<ForeignWorkerFixture>
{
    [Fact]
    public async Task a_result_is_judged_by_our_own_judge()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(await pipeline.TakeTask(added), "A fine post."));
        var task = await pipeline.Until(added.TaskId, TaskStage.Completed);
        Assert.Equal("A fine post.", (await pipeline.ResultOf(task)).OutputData!.Value.GetProperty("text_content").GetString());
    }

    [Fact]
    public async Task a_worker_may_make_up_the_id_of_its_result()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(await pipeline.TakeTask(added), "A fine post.", ("result_id", Guid.NewGuid())));
        Assert.Equal(DerivedId.OfResult(added.TaskId, 0), (await pipeline.Until(added.TaskId, TaskStage.Completed)).ResultId);
    }

    [Fact]
    public async Task a_workers_failure_is_handled_by_the_error_table()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok") with { MaxRetries = 0 });
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(await pipeline.TakeTask(added), "", ("status", "failure"), ("output_data", null),
            ("error_details", new { error_type = "RATE_LIMIT", error_message = "Slow down." })));
        Assert.Equal(new TaskError("RATE_LIMIT", "Slow down."), (await pipeline.Until(added.TaskId, TaskStage.Failed)).Error);
    }

    [Fact]
    public async Task a_result_that_asks_for_a_review_goes_to_a_human()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(await pipeline.TakeTask(added), "Hm.", ("status", "needs_review")));
        await pipeline.Until(added.TaskId, TaskStage.Escalated);
    }

    [Theory]
    [InlineData("{\"result_id\":", "result.json", null)]
    [InlineData("[]", "result.json", null)]
    [InlineData("{\"task_id\":\"nobody\"}", "result.json", "/task_id")]
    public async Task what_is_no_Result_object_is_refused(string entry, string code, string? pointer)
    {
        await pipeline.Push(RedisKeys.ReviewQueue, entry);
        var letter = await pipeline.DeadLetter(entry);
        Assert.Equal((code, pointer), (letter.GetProperty("code").GetString(), letter.TryGetProperty("pointer", out var at) && at.GetString() is { Length: > 0 } where ? where : null));
    }

    [Fact]
    public async Task a_result_of_an_unknown_task_is_refused()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        var stranger = ListsFixture.Answer(await pipeline.TakeTask(added), "A fine post.", ("task_id", Guid.NewGuid()));
        await Refused(stranger, "task.unknown");
    }

    [Fact]
    public async Task a_result_of_a_finished_task_is_refused()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        var task = await pipeline.TakeTask(added);
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(task));
        await pipeline.Until(added.TaskId, TaskStage.Completed);
        await Refused(ListsFixture.Answer(task, "Another post."), "task.finished");
    }

    [Fact]
    public async Task a_second_result_of_an_attempt_is_refused()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        var task = await pipeline.TakeTask(added);
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(task, "Hm.", ("status", "needs_review")));
        await pipeline.Until(added.TaskId, TaskStage.Escalated);
        await Refused(ListsFixture.Answer(task, "Another post."), "result.second");
    }

    [Fact]
    public async Task a_result_of_an_earlier_attempt_is_refused()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        var first = await pipeline.TakeTask(added);
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(first, "off-voice"));
        await pipeline.Until<AgentTask>(added.TaskId, task => task.Attempt == 1);
        await Refused(ListsFixture.Answer(first, "Too late."), "task.attempt");
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(await pipeline.TakeTask(added)));
        await pipeline.Until(added.TaskId, TaskStage.Completed);
    }

    [Fact]
    public async Task a_result_that_comes_twice_is_not_taken_for_the_next_attempts()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        var answer = ListsFixture.Answer(await pipeline.TakeTask(added), "off-voice", ("result_id", Guid.NewGuid()));
        await pipeline.Push(RedisKeys.ReviewQueue, answer);
        await pipeline.Until<AgentTask>(added.TaskId, task => task.Attempt == 1);
        await Refused(answer, "task.attempt");
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(await pipeline.TakeTask(added)));
        await pipeline.Until(added.TaskId, TaskStage.Completed);
    }

    [Fact]
    public async Task an_output_that_breaks_its_schema_is_refused_and_the_task_gets_another_approach()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        await Refused(ListsFixture.Answer(await pipeline.TakeTask(added), "", ("output_data", new { nonsense = true })), "result.output");
        Assert.Equal(ErrorTable.InvalidOutput, (await pipeline.Find<TaskResult>(DerivedId.OfResult(added.TaskId, 0)))!.ErrorDetails!.ErrorType);
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(await pipeline.TakeTask(added)));
        await pipeline.Until(added.TaskId, TaskStage.Completed);
    }

    [Fact]
    public async Task a_worker_cannot_judge_its_own_result()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok"));
        var task = await pipeline.TakeTask(added);
        await Refused(ListsFixture.Answer(task, "A fine post.", ("judgement", ListsFixture.Judgement())), "result.judgement");
        await pipeline.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(task));
    }

    private async Task Refused(Dictionary<string, object?> answer, string code)
    {
        var entry = JsonSerializer.Serialize(answer);
        await pipeline.Push(RedisKeys.ReviewQueue, entry);
        Assert.Equal(code, (await pipeline.DeadLetter(entry)).GetProperty("code").GetString());
    }
}
