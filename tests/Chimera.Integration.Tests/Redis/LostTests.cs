using Chimera.Domain.Tasks;
using Chimera.Integration.Tests.Pipeline;
using Chimera.Integrations.Queues;

namespace Chimera.Integration.Tests.Redis;

/// <summary>Redis holds nothing that cannot be lost.</summary>
public sealed class LostTests
{
    [Fact]
    public async Task tasks_and_results_that_a_flush_took_away_come_again()
    {
        await using var pipeline = await Started(new ForeignFixture());
        var ids = await Add(pipeline, 20);
        await Eventually.Is(() => pipeline.Waiting(pipeline.AgentId), length => length == 20, "the tasks in the queue");
        await pipeline.Client.ExecuteAsync("FLUSHALL");
        await Eventually.Is(() => pipeline.Waiting(pipeline.AgentId), length => length == 20, "the tasks in the queue again");
        await AnswerAll(pipeline, ids);
    }

    [Fact]
    public async Task a_Redis_that_is_started_anew_is_filled_again()
    {
        await using var pipeline = await Started(new ForeignFixture());
        var before = await Add(pipeline, 5);
        await Eventually.Is(() => pipeline.Waiting(pipeline.AgentId), length => length == 5, "the tasks in the queue");
        await pipeline.Server.Stop();
        var meanwhile = await Add(pipeline, 5);
        await pipeline.Server.Start();
        await Eventually.Is(() => pipeline.Waiting(pipeline.AgentId), length => length == 10, "all tasks in the queue");
        await AnswerAll(pipeline, [.. before, .. meanwhile]);
    }

    [Fact]
    public async Task a_host_that_is_started_anew_takes_up_what_it_had_taken()
    {
        await using var pipeline = await Started(new OwnFixture());
        var slow = await pipeline.Add(pipeline.Post("slow"));
        await pipeline.Until(slow, TaskStage.InProgress);
        await pipeline.Host.DisposeAsync();
        Assert.Equal(1, await pipeline.Client.ListLengthAsync(RedisKeys.Processing(RedisKeys.TaskQueue(pipeline.AgentId))));
        pipeline.Tools.Released.SetResult();
        await pipeline.StartHost();
        await pipeline.Until(slow, TaskStage.Completed);
    }

    [Fact]
    public async Task without_Redis_the_host_starts_and_says_so_and_works_when_it_is_there()
    {
        await using var pipeline = new LateFixture();
        await pipeline.InitializeAsync();
        var id = await pipeline.Add(pipeline.Post("ok"));
        Assert.Equal("down", pipeline.State);
        await pipeline.Server.Start();
        await pipeline.Until(id, TaskStage.Completed);
        Assert.Equal("up", pipeline.State);
    }

    private static async Task<T> Started<T>(T pipeline) where T : ListsFixture
    {
        await pipeline.InitializeAsync();
        return pipeline;
    }

    private static async Task<IReadOnlyList<Guid>> Add(ListsFixture pipeline, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++) ids.Add(await pipeline.Add(pipeline.Post("ok")));
        return ids;
    }

    private static async Task AnswerAll(ListsFixture pipeline, IReadOnlyCollection<Guid> ids)
    {
        foreach (var _ in ids)
            await pipeline.Push(RedisKeys.JudgementQueue, new Dictionary<string, object?>(ListsFixture.Answer(await pipeline.TakeTask(pipeline.AgentId))) { ["judgement"] = ListsFixture.Judgement() });
        foreach (var id in ids) await pipeline.Until(id, TaskStage.Completed);
    }

    /// <summary>A host whose Redis is not there yet.</summary>
    private sealed class LateFixture : PipelineFixture
    {
        public RedisServer Server { get; } = new();

        public string? State => ((RedisConnections)Host.App.Services.GetService(typeof(RedisConnections))!).State;

        protected override RedisOptions Redis => new(Server.Url, Dispatches: true);

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
