using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Working;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>What is stored together stands and falls apart.</summary>
public sealed class GroupTests(PipelineFixture pipeline) : IClassFixture<PipelineFixture>
{
    private StagePool<PlanTask, PlanTask, PlanTask> Adding => pipeline.Host.App.Services.GetRequiredService<StagePool<PlanTask, PlanTask, PlanTask>>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_slow_task_holds_up_no_other_of_its_chunk_and_a_second_delivery_gives_it_no_second_result()
    {
        PlanTask slow = pipeline.Post("slow"), quick = pipeline.Post("ok");
        await Adding.Work([slow, quick], default, Stop);

        await pipeline.Until(quick.TaskId, TaskStage.Completed);
        await pipeline.Until(slow.TaskId, TaskStage.InProgress);
        var again = pipeline.Send(new ExecuteTasks(5, [new(slow.TaskId, 0)]));
        pipeline.Tools.Released.SetResult();
        await again;

        await pipeline.Until(slow.TaskId, TaskStage.Completed);
        Assert.Single((await pipeline.Events(DerivedId.OfResult(slow.TaskId, 0))).OfType<ResultSubmitted>());
        Assert.Single((await pipeline.Events(slow.TaskId)).OfType<TaskCompleted>());
    }

    [Fact]
    public async Task of_tasks_that_are_added_together_only_the_wrong_ones_are_refused()
    {
        PlanTask known = pipeline.Post("ok"), nobodys = pipeline.Post("ok") with { AgentId = Guid.CreateVersion7() }, urgent = pipeline.Post("ok") with { Priority = 11 };
        await pipeline.Add(known);
        PlanTask[] good = [.. Enumerable.Range(0, 20).Select(_ => pipeline.Post("ok"))];

        var adding = good.Append(known).Append(nobodys).Append(urgent).ToDictionary(task => task, task => Adding.Work([task], default, Stop));

        foreach (var task in good) await adding[task];
        await Assert.ThrowsAsync<AlreadyExistsException>(() => adding[known]);
        Assert.Equal("task.unknown-agent", (await Assert.ThrowsAsync<RuleViolationException>(() => adding[nobodys])).Code);
        Assert.Equal("task.priority", (await Assert.ThrowsAsync<RuleViolationException>(() => adding[urgent])).Code);
        foreach (var task in good) await pipeline.Until(task.TaskId, TaskStage.Completed);
        Assert.Null(await pipeline.Find<AgentTask>(urgent.TaskId));
    }

    [Fact]
    public async Task the_same_task_added_twice_at_once_is_added_once()
    {
        var task = pipeline.Post("ok");
        Task[] adding = [Adding.Work([task], default, Stop), Adding.Work([task], default, Stop)];
        await Assert.ThrowsAsync<AlreadyExistsException>(() => Task.WhenAll(adding));
        Assert.True(adding.Count(one => one.IsCompletedSuccessfully) == 1);
        await pipeline.Until(task.TaskId, TaskStage.Completed);
        Assert.Single((await pipeline.Events(task.TaskId)).OfType<TaskPlanned>());
    }
}
