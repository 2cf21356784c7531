using Chimera.Domain.Tasks;
using Chimera.Integrations.Queues;

namespace Chimera.Integration.Tests.Redis;

/// <summary>X-4: no agent waits for another's backlog.</summary>
public sealed class FairnessTests(FairnessTests.NarrowFixture pipeline) : IClassFixture<FairnessTests.NarrowFixture>
{
    [Fact]
    public async Task agents_with_waiting_tasks_take_turns()
    {
        var other = await pipeline.NewAgent();
        await pipeline.Until(await pipeline.Add(pipeline.Post("slow")), TaskStage.InProgress);
        for (var i = 0; i < 20; i++) await pipeline.Add(pipeline.Post("busy"));
        await Eventually.Is(() => pipeline.Waiting(pipeline.AgentId), length => length == 20, "the backlog");
        var single = await pipeline.Add(pipeline.Post("single") with { AgentId = other });
        await Eventually.Is(() => pipeline.Waiting(other), length => length == 1, "the other agent's task");
        pipeline.Tools.Released.SetResult();
        await pipeline.Until(single, TaskStage.Completed);
        Assert.InRange(pipeline.Tools.Executed.TakeWhile(topic => topic != "single").Count(topic => topic == "busy"), 0, 3);
    }

    /// <summary>A worker that does one task after the other.</summary>
    public sealed class NarrowFixture : ListsFixture
    {
        protected override RedisOptions Redis => base.Redis with { InWork = 1 };
    }
}
