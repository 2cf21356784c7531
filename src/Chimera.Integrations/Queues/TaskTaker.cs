using System.Text.Json;
using Chimera.Domain;
using Chimera.Handlers.Dispatching;
using Chimera.Handlers.Working;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>The own worker at the task queues: a few tasks of one agent, then of the next, so that no agent waits for another's backlog .</summary>
internal sealed class TaskTaker(
    RedisConnections redis, RedisOptions options, Leases leases, DeadLetters dead, Bus bus, ILogger<TaskTaker> log) : Taker(redis, options, leases, log)
{
    private const int Share = 25;

    private sealed record Taken(RedisKey List, RedisValue Entry, Reference Task);

    /// <summary>All that the own worker reads of an entry: the rest it knows from the streams.</summary>
    private sealed record Reference(Guid TaskId, int Attempt, int Priority);

    protected override async Task<Func<Task>?> Take(IDatabase blocking, IDatabase database)
    {
        var first = await blocking.ExecuteAsync("BRPOP", [RedisKeys.Rotation, Wait.TotalSeconds]);
        if (first.IsNull) return null;
        var batch = new List<Taken>(BatchSize);
        for (var agent = (RedisValue)first[1]; !agent.IsNull && batch.Count < BatchSize; agent = batch.Count < BatchSize ? await database.ListRightPopAsync(RedisKeys.Rotation) : RedisValue.Null)
            await TakeShare(database, agent, batch);
        return batch.Count == 0 ? null : () => WorkOff(database, batch);
    }

    private async Task TakeShare(IDatabase database, RedisValue agent, List<Taken> batch)
    {
        if (!Guid.TryParse(agent.ToString(), out var id)) return;
        var list = RedisKeys.TaskQueue(id);
        var entries = await database.Take(list, Share);
        if (entries.Length == Share) await database.ListLeftPushAsync(RedisKeys.Rotation, agent);
        foreach (var entry in entries)
        {
            if (Read(entry) is { } task) batch.Add(new(list, entry, task));
            else
            {
                await dead.Add(RedisKeys.DeadTasks, list, entry, "task.json", "This is no Task object of ours.", null);
                await database.Done(list, [entry]);
            }
        }
    }

    private async Task WorkOff(IDatabase database, List<Taken> batch)
    {
        var held = Leases.Of(batch.Select(one => one.Task.TaskId)).Where(lease => !lease.Review).ToArray();
        try
        {
            await bus.Invoke(new TakeTasks(batch.Max(one => one.Task.Priority), [.. batch.Select(one => new WorkItem(one.Task.TaskId, one.Task.Attempt))]));
        }
        catch
        {
            foreach (var list in batch.GroupBy(one => one.List))
            {
                await database.GiveBack(list.Key, list.Select(one => one.Entry));
                await database.ListLeftPushAsync(RedisKeys.Rotation, RedisKeys.AgentOf(list.Key).ToString());
            }
            throw;
        }
        Leases.Done(held);
        await Task.WhenAll(batch.GroupBy(one => one.List).Select(list => database.Done(list.Key, list.Select(one => one.Entry))));
    }

    private static Reference? Read(RedisValue entry)
    {
        try
        {
            return JsonSerializer.Deserialize<Reference>((byte[])entry!, ChimeraJson.Stored) is { } task && task.TaskId != Guid.Empty ? task : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
