using System.Text.Json;
using Chimera.Integration.Tests.Rabbit;
using Chimera.Integration.Tests.Redis;

namespace Chimera.Benchmarks.Crash;

/// <summary>
/// Kills the host and what it stands on, Postgres, RabbitMQ and Redis, at random moments under load, and then looks for anything that was lost or done twice;
/// prints one JSON line and fails if there is any. In three parts, for broker and lists of Redis exclude each other.
/// </summary>
internal static class CrashBenchmark
{
    public static async Task<int> Run(int kills, int seed)
    {
        var random = new Random(seed);
        CrashFigures[] parts = [await Alone(Share(kills, 0), random), await OverRabbit(Share(kills, 1), random), await ThroughRedis(Share(kills, 2), random)];
        var all = parts.Aggregate((sum, part) => sum.And(part));
        Console.WriteLine(JsonSerializer.Serialize(all with { Seed = seed }, BenchmarkHost.Json));
        return all.IsGood ? 0 : 1;
    }

    /// <summary>The first parts take what does not divide by three.</summary>
    private static int Share(int kills, int part) => (kills + 2 - part) / 3;

    private static async Task<CrashFigures> Alone(int kills, Random random)
    {
        await using var host = new CrashedHost("alone");
        return await new CrashPart(host, random).Run(kills);
    }

    private static async Task<CrashFigures> OverRabbit(int kills, Random random)
    {
        await using var broker = new RabbitServer();
        await broker.Start();
        await using var host = new CrashedHost("rabbit", ("RABBITMQ_URL", broker.Url));
        return await new CrashPart(host, random, new Victim("broker", KillBroker)).Run(kills);

        async Task KillBroker()
        {
            await broker.Kill();
            await broker.Start();
        }
    }

    /// <summary>Every other time, about, Redis has nothing any more when it comes again.</summary>
    private static async Task<CrashFigures> ThroughRedis(int kills, Random random)
    {
        await using var redis = new RedisServer(keeps: true);
        await redis.Start();
        await using var host = new CrashedHost("redis", ("CHIMERA_DISPATCH", "redis"), ("REDIS_URL", redis.Url));
        return await new CrashPart(host, random, new Victim("redis", KillRedis)).Run(kills);

        async Task KillRedis()
        {
            await redis.Stop();
            if (random.Next(2) == 0) redis.Forget();
            await redis.Start();
        }
    }
}
