using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Working;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Work;

/// <summary>What is really out there, whoever knows it: the posts by key.</summary>
public sealed class Network(World world)
{
    private readonly Dictionary<string, PostContentOutput> posts = [];

    /// <summary>Results that a safety check has flagged hard: only a human may let them out.</summary>
    public HashSet<Guid> Unsafe { get; } = [];

    public IEnumerable<string> Keys => posts.Keys;

    public PostContentOutput? Find(string key) => posts.GetValueOrDefault(key);

    public PostContentOutput Arrive(string key, PreparedPost post)
    {
        if (Find(key) is { } first) return first;
        CheckRelease(key, post);
        world.Trace(() => $"  * {world.Names.Of(Guid.Parse(key))} is published");
        return posts[key] = new($"post-{posts.Count}", "https://posts.example/" + key, Timeline.Start + world.Timeline.Now);
    }

    /// <summary>Nothing leaves that is not approved, requested and stored; nothing of a task leaves twice.</summary>
    private void CheckRelease(string key, PreparedPost post)
    {
        var result = Guid.TryParse(key, out var id) ? world.Store.Find<TaskResult>(id) : null;
        if (result is null) world.Break("effect-unknown", $"{key} was published, and there is no such result");
        else if (result.ContentSha256 != TaskResult.Sha256Of(ChimeraJson.Write(post)))
            world.Break("effect-approval", $"{world.Names.Of(id)}: what was sent is not what was approved");
        else if (result.IdempotencyKey is null) world.Break("effect-request", $"{world.Names.Of(id)} was published before the request was stored");
        else if (Unsafe.Contains(id) && !result.HumanApproved) world.Break("effect-unsafe", $"{world.Names.Of(id)} is unsafe, and no human has approved it");
        else if (world.Store.Find<AgentTask>(result.TaskId)?.DryRun == true) world.Break("effect-dry-run", $"{world.Names.Of(id)} belongs to a dry run");
        else if (world.Store.Find<AgentTask>(result.TaskId)?.Stage == TaskStage.Cancelled) world.Break("effect-cancelled", $"{world.Names.Of(id)} was published after its task was cancelled");
        else if (posts.Keys.FirstOrDefault(other => world.Store.Find<TaskResult>(Guid.Parse(other))?.TaskId == result.TaskId) is { } twice)
            world.Break("effect-twice", $"{world.Names.Of(id)} was published, after {world.Names.Of(Guid.Parse(twice))} of the same task");
    }
}

/// <summary>The social network as one process reaches it: it refuses, loses answers, answers nonsense. What was sent arrives though its sender be gone.</summary>
internal sealed class SimulatedPlatform(Machine machine) : ISocialPlatform
{
    private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(5);
    private static readonly string[] Refusals = ["RATE_LIMIT_EXCEEDED", "DUPLICATE_CONTENT", "AUTH_FAILED", "BLOCKED"];

    private World World => machine.World;

    public bool Serves(Platform platform) => true;

    public Task<PostContentOutput> Publish(string idempotencyKey, Agent agent, PreparedPost post, CancellationToken cancellation)
    {
        var about = Hash.Of(Guid.Parse(idempotencyKey));
        var n = World.Count(Kind.PublishLost, about);
        var way = World.Fault(Kind.ToolSlow, about, n) ? World.Amount(Kind.ToolSlow, about, n) * TimeSpan.FromSeconds(5) : Way;
        return Call(way, () =>
        {
            var lost = World.Fault(Kind.PublishLost, about, n, 2);
            if (lost == 1) throw new TimeoutException("no answer");
            if (World.Fault(Kind.PublishFails, about, n, Refusals.Length) is > 0 and var refusal)
                throw new ToolException(Refusals[refusal - 1], "The platform says no.");
            var published = World.Network.Arrive(idempotencyKey, post);
            if (lost == 2) throw new TimeoutException("no answer");
            return World.Fault(Kind.PublishLies, about, n) ? published with { PostId = "" } : published;
        });
    }

    public Task<PostContentOutput?> Find(string idempotencyKey, CancellationToken cancellation)
    {
        var about = Hash.Of(Guid.Parse(idempotencyKey));
        var n = World.Count(Kind.LookUpFails, about);
        return Call(Way, () => World.Fault(Kind.LookUpFails, about, n, 3) switch
        {
            1 => throw new TimeoutException("no answer"),
            2 => throw new ToolException("RATE_LIMIT_EXCEEDED", "Slow down."),
            3 => null, // not visible yet
            _ => World.Network.Find(idempotencyKey)
        });
    }

    /// <summary>There and back; the answer reaches its process if that still lives.</summary>
    private Task<T> Call<T>(TimeSpan way, Func<T> there)
    {
        var answer = new TaskCompletionSource<T>();
        World.Timeline.In(way, () =>
        {
            Action back;
            try
            {
                var found = there();
                back = () => answer.SetResult(found);
            }
            catch (Exception failure) when (failure is ToolException or TimeoutException)
            {
                back = () => answer.SetException(failure);
            }
            World.Timeline.In(way, () =>
            {
                if (machine.Alive) back();
            });
        });
        return answer.Task;
    }
}
