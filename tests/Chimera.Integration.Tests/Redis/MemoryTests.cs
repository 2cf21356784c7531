using System.Text.Json;
using Chimera.Handlers.Working;
using Chimera.Integrations.Queues;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Chimera.Integration.Tests.Redis;

/// <summary>S3.3-3 and S3.3-4: episodic memory and rate limits, on redis-server and on Garnet.</summary>
public sealed class MemoryTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromSeconds(3600);
    private readonly RedisServer server = new();
    private ServiceProvider? services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task an_agent_remembers_its_last_hour_and_where_its_conversation_stands(bool garnet)
    {
        var (memory, agent) = ((await Services(garnet)).GetRequiredService<IEpisodicMemory>(), Guid.NewGuid());
        var now = DateTimeOffset.UtcNow;
        await memory.Remember(agent, new(now - Hour * 2, "mention", "Long ago."), Stop);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => memory.Remember(agent, new(now - TimeSpan.FromMinutes(i), "reply", $"{i} minutes ago."), Stop)));
        await memory.SetContext(agent, JsonElement.Parse("""{"with":"@rosa"}"""), Stop);
        var episode = await memory.Recall(agent, Stop);
        Assert.Equal(["4 minutes ago.", "3 minutes ago.", "2 minutes ago.", "1 minutes ago.", "0 minutes ago."], episode.LastHour.Select(one => one.Text));
        Assert.Equal("@rosa", episode.ConversationContext!.Value.GetProperty("with").GetString());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task the_memory_is_a_hash_of_two_fields_that_lives_an_hour(bool garnet)
    {
        var agent = Guid.NewGuid();
        var memory = (await Services(garnet)).GetRequiredService<IEpisodicMemory>();
        await memory.Remember(agent, new(DateTimeOffset.UtcNow, "mention", "Hello."), Stop);
        await memory.SetContext(agent, JsonElement.Parse("{}"), Stop);
        var database = await Database();
        Assert.Equal(["conversation_context", "last_hour"], (await database.HashKeysAsync($"memory:episodic:{agent}")).Select(name => name.ToString()).Order());
        Assert.InRange((await database.KeyTimeToLiveAsync($"memory:episodic:{agent}"))!.Value.TotalSeconds, 3500, 3600);
        Assert.Equal(new Episode([], null).LastHour, (await memory.Recall(Guid.NewGuid(), Stop)).LastHour);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task calls_beyond_the_threshold_wait_for_the_end_of_the_hour(bool garnet)
    {
        var limits = (await Services(garnet)).GetRequiredService<IRateLimits>();
        var counted = new List<RateLimit>();
        for (var i = 0; i < 4; i++) counted.Add(await limits.Count("twitter", 3));
        Assert.Equal([(true, 1), (true, 2), (true, 3), (false, 4)], counted.Select(one => (one.Allowed, one.RequestCount)));
        Assert.InRange(counted[3].Resets.TotalSeconds, 3500, 3600);
        Assert.Equal("4", (await (await Database()).StringGetAsync("ratelimit:mcp:twitter")).ToString());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task steady_traffic_does_not_prolong_the_hour(bool garnet)
    {
        var limits = (await Services(garnet)).GetRequiredService<IRateLimits>();
        await limits.Count("twitter", 3);
        await (await Database()).KeyExpireAsync("ratelimit:mcp:twitter", TimeSpan.FromSeconds(60));
        Assert.InRange((await limits.Count("twitter", 3)).Resets.TotalSeconds, 1, 60);
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        await server.DisposeAsync();
    }

    private async Task<ServiceProvider> Services(bool garnet)
    {
        if (!garnet) await server.Start();
        return services = new ServiceCollection().AddLogging().AddRedis(new(garnet ? null : server.Url)).BuildServiceProvider();
    }

    private Task<IDatabase> Database() => services!.GetRequiredService<RedisConnections>().Database();
}
