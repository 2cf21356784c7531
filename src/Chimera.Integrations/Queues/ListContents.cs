using System.Text.Json;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Looks through the lists without taking anything.</summary>
internal static class ListContents
{
    private const int Page = 1000;

    /// <summary>The tasks that stand in any list, as task, as result, or taken by the platform itself.</summary>
    public static async Task<IReadOnlySet<Guid>> TasksInLists(this IDatabase database)
    {
        var ids = new HashSet<Guid>();
        foreach (var list in await database.Lists())
            for (var start = 0; await database.ListRangeAsync(list, start, start + Page - 1) is { Length: > 0 } entries; start += Page)
                ids.UnionWith(entries.Select(TaskIdOf).OfType<Guid>());
        return ids;
    }

    /// <summary>The lists of tasks and results that there are, with those of things taken.</summary>
    public static async Task<IReadOnlyList<RedisKey>> Lists(this IDatabase database)
    {
        RedisKey[] results = [RedisKeys.ReviewQueue, RedisKeys.JudgementQueue];
        var lists = new List<RedisKey>([.. results, .. results.Select(RedisKeys.Processing)]);
        foreach (var server in database.Multiplexer.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }))
            await foreach (var key in server.KeysAsync(database.Database, RedisKeys.AllTaskQueues)) lists.Add(key);
        return lists;
    }

    private static Guid? TaskIdOf(RedisValue entry)
    {
        try
        {
            using var json = JsonDocument.Parse((byte[])entry!);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("task_id", out var id) && id.TryGetGuid(out var task) ? task : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
