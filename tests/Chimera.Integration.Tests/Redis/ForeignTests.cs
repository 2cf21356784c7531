using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Integrations.Queues;

namespace Chimera.Integration.Tests.Redis;

/// <summary>What foreign judges may do, and what becomes of tasks that somebody takes and does not answer for.</summary>
public sealed class ForeignTests(ForeignFixture pipeline) : IClassFixture<ForeignFixture>
{
    [Fact]
    public async Task a_task_in_the_queue_is_the_specifications_Task_object()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok") with { TraceId = "trace-1" });
        var task = await pipeline.TakeTask(added);
        string[] fields = ["task_id", "agent_id", "type", "priority", "status", "input_data", "dependencies", "created_at", "retry_count", "max_retries", "timeout_seconds", "trace_id"];
        Assert.All(fields, field => Assert.True(task.TryGetProperty(field, out _), field));
        Assert.Equal((added.TaskId, "generate_post", "pending", "trace-1"), (task.GetProperty("task_id").GetGuid(), task.GetProperty("type").GetString(), task.GetProperty("status").GetString(),
            task.GetProperty("trace_id").GetString()));
        await Judged(ListsFixture.Answer(task), ListsFixture.Judgement());
    }

    [Fact]
    public async Task a_judges_approval_completes_the_task_with_the_workers_result()
    {
        var (added, answer) = await Answered("ok");
        await Judged(answer, ListsFixture.Judgement());
        var task = await pipeline.Until(added.TaskId, TaskStage.Completed);
        Assert.Equal((answer["result_id"], answer["worker_id"], 0.01m), (task.ResultId, task.WorkerId, task.CostUsd));
        Assert.Equal("foreign", (await pipeline.ResultOf(task)).Judgement!.Checks[0].ModelUsed);
    }

    [Fact]
    public async Task a_judge_cannot_approve_what_the_policy_gives_to_a_human()
    {
        var (added, answer) = await Answered("ok");
        await Judged(answer, ListsFixture.Judgement("approve", 0.9, "violence"));
        await pipeline.Until(added.TaskId, TaskStage.Escalated);
    }

    [Fact]
    public async Task a_judge_can_reject_what_the_policy_would_let_pass()
    {
        var (added, answer) = await Answered("ok");
        await Judged(answer, ListsFixture.Judgement("reject"));
        Assert.Equal(1, (await pipeline.Until<AgentTask>(added.TaskId, task => task.Attempt == 1)).RetryCount);
        await Judged(ListsFixture.Answer(await pipeline.TakeTask(added)), ListsFixture.Judgement());
        await pipeline.Until(added.TaskId, TaskStage.Completed);
    }

    [Fact]
    public async Task a_result_is_judged_once_however_often_it_is_answered()
    {
        var (added, answer) = await Answered("ok");
        await Judged(answer, ListsFixture.Judgement());
        await Judged(answer, ListsFixture.Judgement("reject"));
        await pipeline.Until(added.TaskId, TaskStage.Completed);
        await Eventually.Is(() => pipeline.Client.ListLengthAsync(RedisKeys.JudgementQueue), length => length == 0, "both answers to be read");
        Assert.Single(await pipeline.Events(DerivedId.OfResult(added.TaskId, 0)), one => one is ResultApproved or ResultRejected);
    }

    [Fact]
    public async Task a_task_that_nobody_answers_for_times_out_and_comes_again()
    {
        var added = await pipeline.AddOwn(pipeline.Post("ok") with { TimeoutSeconds = 1, MaxRetries = 1 });
        await pipeline.TakeTask(added);
        var again = await pipeline.TakeTask(added);
        Assert.Equal((added.TaskId, 1), (again.GetProperty("task_id").GetGuid(), again.GetProperty("attempt").GetInt32()));
        Assert.Equal(ErrorTable.Timeout, (await pipeline.Find<AgentTask>(added.TaskId))!.Error!.ErrorType);
        await Judged(ListsFixture.Answer(again), ListsFixture.Judgement());
        await pipeline.Until(added.TaskId, TaskStage.Completed);
    }

    [Fact]
    public async Task what_is_urgent_is_taken_first()
    {
        var agent = await pipeline.NewAgent();
        foreach (var (priority, count) in new[] { (5, 1), (9, 2), (1, 3), (10, 4) })
        {
            await pipeline.Add(pipeline.Post("ok") with { AgentId = agent, Priority = priority });
            await Eventually.Is(() => pipeline.Waiting(agent), waiting => waiting == count, "the task in the queue");
        }
        foreach (var priority in new[] { 10, 9, 5, 1 })
        {
            var task = await pipeline.TakeTask(agent);
            Assert.Equal(priority, task.GetProperty("priority").GetInt32());
            await Judged(ListsFixture.Answer(task), ListsFixture.Judgement());
        }
    }

    [Fact]
    public async Task work_with_an_effect_is_prepared_by_the_platform_and_judged_by_others()
    {
        var post = ChimeraJson.Write(new Domain.Tasks.Schemas.PostContentInput(Platform.Twitter, new("Said by a human.")));
        var added = await pipeline.AddOwn(pipeline.Post("ok") with { Type = TaskType.PostContent, InputData = post });
        var presented = await Eventually.Is(() => pipeline.Client.ListRightPopAsync(RedisKeys.ReviewQueue), entry => !entry.IsNull, "the prepared post");
        Assert.Equal(0, await pipeline.Client.ListLengthAsync(RedisKeys.TaskQueue(added.AgentId)));
        var answer = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object?>>(presented.ToString())!;
        await Judged(answer, ListsFixture.Judgement());
        await pipeline.Until(added.TaskId, TaskStage.Completed);
    }

    private async Task<(PlanTask Added, Dictionary<string, object?> Answer)> Answered(string topic)
    {
        var added = await pipeline.AddOwn(pipeline.Post(topic));
        return (added, ListsFixture.Answer(await pipeline.TakeTask(added)));
    }

    private Task Judged(Dictionary<string, object?> answer, object judgement) =>
        pipeline.Push(RedisKeys.JudgementQueue, new Dictionary<string, object?>(answer) { ["judgement"] = judgement });
}
