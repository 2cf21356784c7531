using Chimera.Handlers.Working;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Rate limits as <c>ratelimit:mcp:{server}</c>, counted with INCR.</summary>
internal sealed class RedisRateLimits(RedisConnections redis) : IRateLimits
{
    private static readonly TimeSpan Hour = TimeSpan.FromSeconds(3600);

    public async Task<RateLimit> Count(string server, int threshold)
    {
        var key = RedisKeys.RateLimit(server);
        var transaction = (await redis.Database()).CreateTransaction();
        var count = transaction.StringIncrementAsync(key);
        _ = transaction.KeyExpireAsync(key, Hour, ExpireWhen.HasNoExpiry);
        var left = transaction.KeyTimeToLiveAsync(key);
        await transaction.ExecuteAsync();
        return new(await count <= threshold, await count, await left ?? Hour);
    }
}
