using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Takes entries from a list so that none is lost: until they are done they stand in its list of things taken.</summary>
internal static class LeasedList
{
    /// <summary>Waits a while for one; on a connection of its own.</summary>
    public static async Task<RedisValue> TakeFirst(this IDatabase blocking, RedisKey list, TimeSpan wait) =>
        (RedisValue)await blocking.ExecuteAsync("BLMOVE", [list, RedisKeys.Processing(list), "RIGHT", "LEFT", wait.TotalSeconds]);

    /// <summary>Takes up to that many, without waiting, and says whether there were more.</summary>
    public static async Task<(RedisValue[] Entries, bool More)> Take(this IDatabase database, RedisKey list, int most)
    {
        var count = await database.ListLengthAsync(list);
        var moves = Enumerable.Range(0, (int)Math.Min(most, count)).Select(_ => database.ListMoveAsync(list, RedisKeys.Processing(list), ListSide.Right, ListSide.Left));
        return ([.. (await Task.WhenAll(moves)).Where(entry => !entry.IsNull)], count > most);
    }

    public static Task Done(this IDatabase database, RedisKey list, RedisValue entry) => database.ListRemoveAsync(RedisKeys.Processing(list), entry, -1);

    /// <summary>Puts it in front of those that still wait.</summary>
    public static Task GiveBack(this IDatabase database, RedisKey list, RedisValue entry)
    {
        var transaction = database.CreateTransaction();
        _ = transaction.ListRightPushAsync(list, entry);
        _ = transaction.ListRemoveAsync(RedisKeys.Processing(list), entry, -1);
        return transaction.ExecuteAsync();
    }
}
