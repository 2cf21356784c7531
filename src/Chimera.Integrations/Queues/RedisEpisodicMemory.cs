using System.Text.Json;
using Chimera.Domain;
using Chimera.Handlers.Working;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Episodic memory as the hash <c>memory:episodic:{agent_id}</c> with the fields <c>last_hour</c> and <c>conversation_context</c>.</summary>
internal sealed class RedisEpisodicMemory(RedisConnections redis, TimeProvider clock) : IEpisodicMemory
{
    private const string LastHour = "last_hour", Context = "conversation_context";
    private static readonly TimeSpan Hour = TimeSpan.FromSeconds(3600);

    public async Task<Episode> Recall(Guid agentId, CancellationToken cancellation)
    {
        var fields = await (await redis.Database()).HashGetAsync(RedisKeys.EpisodicMemory(agentId), [LastHour, Context]);
        return new(Interactions(fields[0]), fields[1].IsNull ? null : JsonElement.Parse(fields[1].ToString()));
    }

    /// <summary>Reads, adds and writes; whoever was slower than another begins again.</summary>
    public async Task Remember(Guid agentId, Interaction interaction, CancellationToken cancellation)
    {
        var (database, key) = (await redis.Database(), RedisKeys.EpisodicMemory(agentId));
        var stored = false;
        while (!stored)
        {
            cancellation.ThrowIfCancellationRequested();
            var known = await database.HashGetAsync(key, LastHour);
            var kept = Interactions(known).Append(interaction).OrderBy(one => one.At);
            stored = await Store(database, key, LastHour, JsonSerializer.Serialize(kept, ChimeraJson.Stored),
                known.IsNull ? Condition.HashNotExists(key, LastHour) : Condition.HashEqual(key, LastHour, known));
        }
    }

    public async Task SetContext(Guid agentId, JsonElement context, CancellationToken cancellation) =>
        await Store(await redis.Database(), RedisKeys.EpisodicMemory(agentId), Context, context.GetRawText(), null);

    private IReadOnlyList<Interaction> Interactions(RedisValue json)
    {
        var all = json.IsNull ? [] : JsonSerializer.Deserialize<Interaction[]>((byte[])json!, ChimeraJson.Stored)!;
        return [.. all.Where(one => one.At > clock.GetUtcNow() - Hour)];
    }

    private static Task<bool> Store(IDatabase database, RedisKey key, string field, string value, Condition? condition)
    {
        var transaction = database.CreateTransaction();
        if (condition is not null) transaction.AddCondition(condition);
        _ = transaction.HashSetAsync(key, field, value);
        _ = transaction.KeyExpireAsync(key, Hour);
        return transaction.ExecuteAsync();
    }
}
