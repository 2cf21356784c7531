using System.Text.Json;
using Chimera.Api.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Chimera.Benchmarks;

/// <summary>What a task costs on a small store and on a large one, in turns, so that both meet the same machine; prints one JSON line with the medians and their ratio.</summary>
internal static class GrowthBenchmark
{
    private const long Small = 50_000;

    private const int Rounds = 3;

    private static readonly PipelineLoad Load = new(20_000, 512, 2, Plan: false);

    public static async Task Run(long large)
    {
        await using var few = await Store(Small);
        await using var many = await Store(large);
        List<PipelineBenchmark.Figures> small = [await few.Warm(Load)], big = [await many.Warm(Load)];
        for (var i = 1; i < Rounds; i++)
        {
            small.Add(await few.Measure(Load));
            big.Add(await many.Measure(Load));
        }
        double[] Of(Func<PipelineBenchmark.Figures, double> figure) => [Median(small, figure), Median(big, figure)];
        var cpu = Of(round => round.CpuMsPerTask);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Bench = "growth", Events = new[] { Small, large }, CpuMsPerTask = cpu, CpuPostgresMs = Of(round => round.CpuPostgresMs), TasksPerS = Of(round => round.TasksPerS),
            CpuRatio = Math.Round(cpu[1] / cpu[0], 3)
        }, BenchmarkHost.Json));
    }

    private static Task<PipelineBenchmark> Store(long events) => PipelineBenchmark.Start(Load, past: host => Seed(host, events));

    private static double Median(IEnumerable<PipelineBenchmark.Figures> rounds, Func<PipelineBenchmark.Figures, double> figure) => rounds.Select(figure).Order().ElementAt(Rounds / 2);

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
