using System.Text.Json;
using Chimera.Integration.Tests.Redis;

namespace Chimera.Benchmarks;

/// <summary>The pipeline's benchmark with tasks and results in the lists of a redis-server of its own, which the platform's own worker and judge take from.</summary>
internal static class RedisBenchmark
{
    public static async Task Run(PipelineLoad load, bool garnet)
    {
        await using var server = garnet ? null : new RedisServer();
        if (server is not null) await server.Start();
        await using var benchmark = await PipelineBenchmark.Start(load, redis: (new(server?.Url, Dispatches: true), server?.ProcessId));
        var all = await benchmark.Warm(load);
        Console.WriteLine(JsonSerializer.Serialize(
            new Figures("redis", garnet ? "garnet" : "redis-server", all.Mode, all.Tasks, all.InFlight, all.TasksPerS, all.CpuMsPerTask, all.CpuAppMs, all.CpuPostgresMs, all.CpuOtherMs ?? 0, all.P50Ms, all.P99Ms, all.RssMb),
            BenchmarkHost.Json));
    }

    private sealed record Figures(
        string Bench, string Server, string Mode, int Tasks, int InFlight, double TasksPerS, double CpuMsPerTask, double CpuAppMs, double CpuPostgresMs, double CpuRedisMs, double P50Ms, double P99Ms, double RssMb);
}
