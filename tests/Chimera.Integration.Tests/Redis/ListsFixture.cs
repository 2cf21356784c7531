using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Integration.Tests.Pipeline;
using Chimera.Integrations.Queues;
using StackExchange.Redis;

namespace Chimera.Integration.Tests.Redis;

/// <summary>The host with its tasks and results in the lists of a Redis of its own.</summary>
public abstract class ListsFixture : PipelineFixture
{
    public RedisServer Server { get; } = new();

    public IDatabase Client { get; private set; } = null!;

    protected override RedisOptions Redis => new(Server.Url, Dispatches: true) { LookEvery = TimeSpan.FromMilliseconds(200) };

    public override async ValueTask InitializeAsync()
    {
        await Server.Start();
        Client = await Server.Client();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds a task of an agent of its own.</summary>
    public async Task<PlanTask> AddOwn(PlanTask task)
    {
        var own = task with { AgentId = await NewAgent() };
        await Add(own);
        return own;
    }

    public async Task<Guid> NewAgent()
    {
        var id = Guid.CreateVersion7();
        await Send(new CreateAgent(id, "One of many", null, new("soul.md", [], [], []), new("I do as the topic says.", "00"), new(), null, null));
        return id;
    }

    /// <summary>Takes a task as a worker in another language does.</summary>
    public async Task<JsonElement> TakeTask(Guid agent) =>
        JsonElement.Parse((await Eventually.Is(() => Client.ListRightPopAsync(RedisKeys.TaskQueue(agent)), task => !task.IsNull, "a task in the queue")).ToString());

    public Task<JsonElement> TakeTask(PlanTask of) => TakeTask(of.AgentId);

    public Task<long> Waiting(Guid agent) => Client.ListLengthAsync(RedisKeys.TaskQueue(agent));

    /// <summary>The Result object that a good worker answers a task with.</summary>
    public static Dictionary<string, object?> Answer(JsonElement task, string text = "A fine post.", params (string Field, object? Value)[] changes)
    {
        var result = new Dictionary<string, object?>
        {
            ["result_id"] = task.GetProperty("result_id").GetGuid(), ["task_id"] = task.GetProperty("task_id").GetGuid(), ["worker_id"] = Guid.NewGuid(),
            ["status"] = "success", ["created_at"] = DateTimeOffset.UtcNow, ["trace_id"] = task.GetProperty("trace_id").GetString(),
            ["output_data"] = new { text_content = text, hashtags = Array.Empty<string>(), estimated_engagement_score = 0.5, safety_check = new { passed = true, flags = Array.Empty<string>() } },
            ["metadata"] = new { execution_time_ms = 5, cost_usd = 0.01, confidence_score = 0.9, model_used = "foreign" }
        };
        foreach (var (field, value) in changes) result[field] = value;
        return result;
    }

    public static object Judgement(string decision = "approve", double persona = 0.9, params string[] flags) => new
    {
        decision, reason = "as the test wants it",
        checks = new object[] { new { check = "persona", score = persona, reason = "voice" }, new { check = "safety", score = 1, flags, reason = "words" } }
    };

    public Task Push(RedisKey list, object entry) => Client.ListLeftPushAsync(list, entry as string ?? JsonSerializer.Serialize(entry));

    /// <summary>The dead letter of this entry, once it is there.</summary>
    public async Task<JsonElement> DeadLetter(string entry) => await Eventually.Is(
        async () => (await Client.ListRangeAsync(RedisKeys.DeadResults)).Select(letter => JsonElement.Parse(letter.ToString())).FirstOrDefault(letter => letter.GetProperty("entry").GetString() == entry),
        letter => letter.ValueKind == JsonValueKind.Object, "the dead letter");

    public async Task<TaskResult> ResultOf(AgentTask task) => (await Find<TaskResult>(task.ResultId!.Value))!;
}

/// <summary>Nobody but foreign workers and judges takes part.</summary>
public sealed class ForeignFixture : ListsFixture
{
    protected override RedisOptions Redis => base.Redis with { OwnWorker = false, OwnJudge = false };
}

/// <summary>A foreign worker, and the platform's own judge.</summary>
public sealed class ForeignWorkerFixture : ListsFixture
{
    protected override RedisOptions Redis => base.Redis with { OwnWorker = false };
}

/// <summary>The platform's own worker and judge.</summary>
public sealed class OwnFixture : ListsFixture;

/// <summary>The same with Garnet in the host's process.</summary>
public sealed class GarnetFixture : PipelineFixture
{
    protected override RedisOptions Redis => new(Dispatches: true);
}
