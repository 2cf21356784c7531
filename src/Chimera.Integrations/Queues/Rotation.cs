using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>
/// Whose turn it is among agents with waiting tasks: an agent stands in line once, however many tasks it has. It is lined up after its tasks are in
/// its list, so whoever takes it out of the line finds them.
/// </summary>
internal static class Rotation
{
    public static Task QueueUp(this IDatabase database, Guid agent) =>
        database.SortedSetAddAsync(RedisKeys.Rotation, agent.ToString(), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), SortedSetWhen.NotExists);

    /// <summary>Waits a while for an agent; on a connection of its own.</summary>
    public static async Task<Guid?> WaitForTurn(this IDatabase blocking, TimeSpan wait)
    {
        var popped = await blocking.ExecuteAsync("BZPOPMIN", [RedisKeys.Rotation, wait.TotalSeconds]);
        return popped.IsNull ? null : Agent((RedisValue)popped[1]);
    }

    public static async Task<Guid?> NextTurn(this IDatabase database) => Agent((await database.SortedSetPopAsync(RedisKeys.Rotation))?.Element ?? RedisValue.Null);

    private static Guid? Agent(RedisValue name) => Guid.TryParse(name.ToString(), out var agent) ? agent : null;
}
