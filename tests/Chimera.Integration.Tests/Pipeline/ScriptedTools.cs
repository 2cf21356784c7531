using System.Collections.Concurrent;
using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>
/// Tools that do what a task's topic says: <c>ok</c>, <c>fail 2</c> (twice, then well), <c>fail</c> (always), <c>dear</c> (always, and costs), <c>slow</c> (until released),
/// <c>unsafe</c>, <c>off-voice</c>, <c>garbage</c>, <c>poison</c> (breaks the judge until it is cured). Posts whose text says <c>lost</c> act and lose their answer; <c>gone</c> loses both; <c>busy</c> is to come back tomorrow.
/// </summary>
public sealed class ScriptedTools : IPlanner, ITaskExecutor, IPersonaJudge, ISafetyJudge, ISocialPlatform
{
    private readonly ConcurrentDictionary<Guid, int> tries = new();
    private readonly ConcurrentDictionary<string, PostContentOutput> posts = new();
    private readonly ConcurrentQueue<string> executed = new();

    public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    public bool Cured { get; set; }

    /// <summary>What a plan, another approach and a check of the persona cost.</summary>
    public decimal PlanUsd { get; set; }
    public decimal OtherUsd { get; set; }
    public decimal CheckUsd { get; set; }

    public IReadOnlyCollection<string> Executed => executed;
    public ConcurrentQueue<string> PublishCalls { get; } = new();
    public IReadOnlyDictionary<string, PostContentOutput> Posts => posts;
    public Func<Campaign, IReadOnlyList<Agent>, DateTimeOffset, IReadOnlyList<PlanTask>>? Plan { get; set; }

    public string ModelUsed => "scripted";
    public TaskType Type => TaskType.GeneratePost;

    public Task<ProposedPlan> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult(new ProposedPlan(Plan!(campaign, agents, now), PlanUsd));

    public Task<OtherInput> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation) =>
        Task.FromResult(new OtherInput(failed.Type == TaskType.GeneratePost ? Topic("ok after " + reason) : null, OtherUsd));

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var topic = ChimeraJson.Read<GeneratePostInput>(order.Task.InputData, "test").Topic;
        executed.Enqueue(topic);
        var attempt = tries.AddOrUpdate(order.Task.Id, 1, (_, before) => before + 1);
        if (topic == "fail" || (topic.StartsWith("fail ", StringComparison.Ordinal) && attempt <= int.Parse(topic[5..], null))) throw new ToolException("RATE_LIMIT_EXCEEDED", "Slow down.");
        if (topic == "dear") throw new ToolException("RATE_LIMIT_EXCEEDED", "Slow down.", costUsd: 0.02m);
        if (topic == "auth") throw new ToolException("AUTH_FAILED", "The token is void.");
        if (topic == "nsfw") throw new ToolException("NSFW_DETECTED", "Not for everybody.");
        if (topic == "slow") await Released.Task.WaitAsync(cancellation);
        return topic == "garbage"
            ? new(ChimeraJson.Write(new { nonsense = true }), ModelUsed, 1)
            : new(ChimeraJson.Write(new GeneratePostOutput(topic, [], 0.5, new(true, []))), ModelUsed, 0.9, CostUsd: 0.01m);
    }

    public Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation) =>
        subject.Text?.Contains("poison", StringComparison.Ordinal) == true && !Cured ? throw new InvalidOperationException("No judge can read this.") : Task.FromResult(new CheckScore("persona", subject.Text?.Contains("off-voice", StringComparison.Ordinal) == true ? 0.1 : 1, [], "voice", ModelUsed, CheckUsd));

    public Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation) =>
        Task.FromResult(new CheckScore("safety", 1, subject.Text?.Contains("unsafe", StringComparison.Ordinal) == true ? ["violence"] : [], "words", ModelUsed));

    public bool Serves(Platform platform) => platform != Platform.Tiktok;

    public Task<PostContentOutput> Publish(string idempotencyKey, Agent agent, PreparedPost post, CancellationToken cancellation)
    {
        PublishCalls.Enqueue(idempotencyKey);
        if (post.Text == "busy" || (post.Text == "busy once" && PublishCalls.Count(call => call == idempotencyKey) == 1)) throw new ToolException("RATE_LIMIT", "Come back tomorrow.", retryAfterSeconds: 86_400);
        if (post.Text == "duplicate") throw new ToolException("DUPLICATE_CONTENT", "Said before.");
        var published = posts.GetOrAdd(idempotencyKey, key => new(key, "https://posts.example/" + key, DateTimeOffset.UtcNow));
        return post.Text is "lost" or "gone" ? throw new TimeoutException("no answer") : Task.FromResult(published);
    }

    public Task<PostContentOutput?> Find(string idempotencyKey, CancellationToken cancellation) =>
        unreachable ? throw new TimeoutException("no answer") : Task.FromResult(posts.GetValueOrDefault(idempotencyKey));

    private volatile bool unreachable;

    public void LookUpsFail(bool fail) => unreachable = fail;

    public static JsonElement Topic(string topic) => ChimeraJson.Write(new GeneratePostInput(topic, Platform.Twitter));
}
