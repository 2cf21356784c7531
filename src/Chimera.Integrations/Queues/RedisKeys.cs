using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>The keys of specification 3.3, and the few of ours beside them (ADR 0017).</summary>
public static class RedisKeys
{
    public static readonly RedisKey ReviewQueue = "reviewqueue";

    /// <summary>Where judges answer; the specification names no key for it.</summary>
    public static readonly RedisKey JudgementQueue = "judgementqueue";

    /// <summary>Agents whose lists the own worker looks into, each once, by the time since when they wait for their turn.</summary>
    public static readonly RedisKey Rotation = "rotation:taskqueue";

    /// <summary>What the keeper of the lists wrote last: a Redis that has lost it has lost more.</summary>
    public static readonly RedisKey Round = "chimera:round";

    public static readonly RedisKey DeadTasks = "deadletter:tasks", DeadResults = "deadletter:results";

    public const string AllTaskQueues = "taskqueue:*";

    private const string ProcessingSuffix = ":processing";

    public static RedisKey TaskQueue(Guid agentId) => $"taskqueue:{agentId}";

    public static RedisKey EpisodicMemory(Guid agentId) => $"memory:episodic:{agentId}";

    public static RedisKey RateLimit(string server) => $"ratelimit:mcp:{server}";

    /// <summary>What the own worker or judge has taken from a list and not yet done.</summary>
    public static RedisKey Processing(RedisKey list) => list.Append(ProcessingSuffix);

    /// <summary>The list that this one belongs to, if it is one of things taken; else null.</summary>
    public static RedisKey? ListOf(RedisKey processing) => processing.ToString() is var name && name.EndsWith(ProcessingSuffix, StringComparison.Ordinal) ? name[..^ProcessingSuffix.Length] : (RedisKey?)null;

    public static Guid? AgentOf(RedisKey taskQueue) => Guid.TryParse(taskQueue.ToString().Split(':')[^1], out var agent) ? agent : null;
}
