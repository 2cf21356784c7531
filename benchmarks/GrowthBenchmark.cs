using System.Text.Json;
using Chimera.Api.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Chimera.Benchmarks;

/// <summary>What a task costs on a small store and on a large one; prints one JSON line with the ratio.</summary>
internal static class GrowthBenchmark
{
    private const long Small = 50_000;

    private static readonly PipelineLoad Load = new(20_000, 512, 2, Plan: false);

    public static async Task Run(long large)
    {
        var few = await Measure(Small);
        var many = await Measure(large);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Bench = "growth", Events = new[] { Small, large }, CpuMsPerTask = new[] { few.CpuMsPerTask, many.CpuMsPerTask }, CpuPostgresMs = new[] { few.CpuPostgresMs, many.CpuPostgresMs },
            TasksPerS = new[] { few.TasksPerS, many.TasksPerS }, CpuRatio = Math.Round(many.CpuMsPerTask / few.CpuMsPerTask, 3)
        }, BenchmarkHost.Json));
    }

    private static async Task<PipelineBenchmark.Figures> Measure(long events)
    {
        await using var benchmark = await PipelineBenchmark.Start(Load, past: host => Seed(host, events));
        return await benchmark.Warm(Load);
    }

    /// <summary>Events straight into the store, and the tables with them; what the server does after so many at once is done before anything is measured.</summary>
    public static async Task Seed(ChimeraHost host, long events)
    {
        var database = host.App.Services.GetRequiredService<NpgsqlDataSource>();
        await RebuildBenchmark.Follow(database, await new EventSeed(database).Write(events));
        foreach (var rest in new[] { "vacuum analyze", "checkpoint" })
        {
            await using var command = database.CreateCommand(rest);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }
}
