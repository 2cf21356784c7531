using Chimera.Domain.Agents;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>Tasks that somebody has begun, and of which nothing has been heard since.</summary>
public sealed class ReaperTests(PipelineFixture pipeline) : IClassFixture<PipelineFixture>
{
    private static readonly DateTimeOffset HoursAgo = DateTimeOffset.UtcNow.AddHours(-3);

    [Fact]
    public async Task a_task_whose_worker_vanished_is_tried_again_once_its_time_is_over_or_fails_when_no_retry_is_left()
    {
        await pipeline.Send(new PauseAgent(pipeline.AgentId, "so that nothing begins by itself"));
        var (patient, last) = (await pipeline.Add(pipeline.Post("ok")), await pipeline.Add(pipeline.Post("ok") with { MaxRetries = 0 }));
        await Begin(patient, Guid.CreateVersion7(), HoursAgo);
        await Begin(last, Guid.CreateVersion7(), HoursAgo);

        var failed = await pipeline.Until(last, TaskStage.Failed);
        Assert.Equal(ErrorTable.Timeout, failed.Error!.ErrorType);
        await pipeline.Until<AgentTask>(patient, task => task.RetryCount == 1);
        await pipeline.Send(new ResumeAgent(pipeline.AgentId));
        await pipeline.Until(patient, TaskStage.Completed);
    }

    [Fact]
    public async Task a_worker_that_lives_keeps_its_tasks_and_a_task_keeps_its_time()
    {
        await pipeline.Send(new PauseAgent(pipeline.AgentId, "so that nothing begins by itself"));
        var (alive, young, over) = (await pipeline.Add(pipeline.Post("ok")), await pipeline.Add(pipeline.Post("ok")), await pipeline.Add(pipeline.Post("ok") with { MaxRetries = 0 }));
        await Begin(alive, pipeline.Host.App.Services.GetRequiredService<Worker>().Id, HoursAgo);
        await Begin(young, Guid.CreateVersion7(), DateTimeOffset.UtcNow.AddSeconds(-PlanTask.DefaultTimeoutSeconds));
        await Begin(over, Guid.CreateVersion7(), HoursAgo);

        await pipeline.Until(over, TaskStage.Failed);
        Assert.All([await pipeline.Find<AgentTask>(alive), await pipeline.Find<AgentTask>(young)], task => Assert.Equal((TaskStage.InProgress, 0), (task!.Stage, task.Attempt)));
        await pipeline.Send(new ResumeAgent(pipeline.AgentId));
    }

    private async Task Begin(Guid task, Guid worker, DateTimeOffset at)
    {
        await using var session = pipeline.Host.App.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Events.Append(task, new TaskStarted(worker, 0, at));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
