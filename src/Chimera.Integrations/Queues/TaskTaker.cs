using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Working;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>The own worker at the task queues: a few tasks of one agent, then of the next, so that no agent waits for another's backlog .</summary>
internal sealed class TaskTaker(
    RedisConnections redis, RedisOptions options, Leases leases, DeadLetters dead, StagePool<WorkItem, TaskOrder, Finished> pool, ILogger<TaskTaker> log)
    : Taker(redis, options, leases, dead, log)
{
    private const int Share = 25;

    /// <summary>All that the own worker reads of an entry: the rest it knows from the streams.</summary>
    private sealed record Reference(Guid TaskId, Guid AgentId, TaskType Type, int Priority, int Attempt);

    protected override RedisKey Dead => RedisKeys.DeadTasks;

    protected override async Task<IReadOnlyList<Taken>> Take(IDatabase blocking, IDatabase database, int most)
    {
        var taken = new List<Taken>(most);
        for (var agent = await blocking.WaitForTurn(Wait); agent is { } next; agent = taken.Count < most ? await database.NextTurn() : null)
            taken.AddRange(await TakeShare(database, next, Math.Min(Share, most - taken.Count)));
        return taken;
    }

    protected override async Task Work(RedisValue entry, CancellationToken cancellation)
    {
        var task = Read(entry);
        var lease = Leases.Of(task.TaskId);
        await pool.Work([new(task.TaskId, task.Attempt, task.AgentId, task.Type) { Priority = task.Priority }], Origin, cancellation);
        if (lease is { Review: false }) Leases.Done(lease);
    }

    protected override async Task GiveBack(IDatabase database, Taken taken)
    {
        await base.GiveBack(database, taken);
        if (RedisKeys.AgentOf(taken.List) is { } agent) await database.QueueUp(agent);
    }

    private static async Task<IEnumerable<Taken>> TakeShare(IDatabase database, Guid agent, int most)
    {
        var list = RedisKeys.TaskQueue(agent);
        var (entries, more) = await database.Take(list, most);
        if (more) await database.QueueUp(agent);
        return entries.Select(entry => new Taken(list, entry));
    }

    private static Reference Read(RedisValue entry)
    {
        try
        {
            if (JsonSerializer.Deserialize<Reference>((byte[])entry!, ChimeraJson.Stored) is { } task && task.TaskId != Guid.Empty) return task;
        }
        catch (JsonException)
        {
            // refused below, like anything else that is none
        }
        throw new RuleViolationException("task.json", "This is no Task object of ours.");
    }
}
