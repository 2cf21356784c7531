using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Takes entries from a list so that none is lost: until they are done they stand in its list of things taken.</summary>
internal static class LeasedList
{
    /// <summary>Waits a while for one; on a connection of its own.</summary>
    public static async Task<RedisValue> TakeFirst(this IDatabase blocking, RedisKey list, TimeSpan wait) =>
        (RedisValue)await blocking.ExecuteAsync("BLMOVE", [list, RedisKeys.Processing(list), "RIGHT", "LEFT", wait.TotalSeconds]);

    /// <summary>Takes up to that many, without waiting.</summary>
    public static async Task<RedisValue[]> Take(this IDatabase database, RedisKey list, int most)
    {
        var count = (int)Math.Min(most, await database.ListLengthAsync(list));
        var taken = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => database.ListMoveAsync(list, RedisKeys.Processing(list), ListSide.Right, ListSide.Left)));
        return [.. taken.Where(entry => !entry.IsNull)];
    }

    public static Task Done(this IDatabase database, RedisKey list, IEnumerable<RedisValue> entries) =>
        Task.WhenAll(entries.Select(entry => database.ListRemoveAsync(RedisKeys.Processing(list), entry, -1)));

    /// <summary>Gives them back, in front of those that still wait.</summary>
    public static Task GiveBack(this IDatabase database, RedisKey list, IEnumerable<RedisValue> entries) => Task.WhenAll(entries.Reverse().Select(async entry =>
    {
        var transaction = database.CreateTransaction();
        _ = transaction.ListRightPushAsync(list, entry);
        _ = transaction.ListRemoveAsync(RedisKeys.Processing(list), entry, -1);
        await transaction.ExecuteAsync();
    }));
}
