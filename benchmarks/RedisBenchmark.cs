using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chimera.Api.Hosting;

namespace Chimera.Benchmarks;

/// <summary>The pipeline's benchmark with tasks and results in the lists of a redis-server of its own, which the platform's own worker and judge take from.</summary>
internal static class RedisBenchmark
{
    public static async Task Run(PipelineLoad load, bool garnet)
    {
        var port = LoopbackPort.Free().ToString(CultureInfo.InvariantCulture);
        using var server = garnet ? null : Process.Start(new ProcessStartInfo("redis-server", ["--port", port, "--bind", "127.0.0.1", "--save", "", "--loglevel", "warning"]) { RedirectStandardOutput = true });
        try
        {
            await using var benchmark = await PipelineBenchmark.Start(load, redis: (new(garnet ? null : $"redis://127.0.0.1:{port}", Dispatches: true), server?.Id));
            var all = await benchmark.Warm(load);
            Console.WriteLine(JsonSerializer.Serialize(
                new Figures("redis", garnet ? "garnet" : "redis-server", all.Mode, all.Tasks, all.InFlight, all.TasksPerS, all.CpuMsPerTask, all.CpuAppMs, all.CpuPostgresMs, all.CpuOtherMs ?? 0, all.P50Ms, all.P99Ms, all.RssMb),
                BenchmarkHost.Json));
        }
        finally
        {
            server?.Kill();
        }
    }

    private sealed record Figures(
        string Bench, string Server, string Mode, int Tasks, int InFlight, double TasksPerS, double CpuMsPerTask, double CpuAppMs, double CpuPostgresMs, double CpuRedisMs, double P50Ms, double P99Ms, double RssMb);
}
