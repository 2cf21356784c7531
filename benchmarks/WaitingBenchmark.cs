using System.Diagnostics;
using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;

namespace Chimera.Benchmarks;

/// <summary>N tasks that each wait two seconds for a model, under a limit of calls at a time; prints one JSON line.</summary>
internal static class WaitingBenchmark
{
    private static readonly TimeSpan CallTime = TimeSpan.FromSeconds(2);

    public static async Task Run(int tasks, int limit)
    {
        var noOps = new NoOps(tasks, 600, 500, CallTime);
        Environment.SetEnvironmentVariable("Worker__Parallel", limit.ToString(null as IFormatProvider));
        await using var host = await BenchmarkHost.Start(noOps);
        Guid[] agents = [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];
        foreach (var id in agents)
            await host.App.MessageBus().InvokeAsync(new CreateAgent(id, "no-op", null, new("no-op.md", [], [], []), new("no-op", "00"), new(), null, null));
        await host.App.MessageBus().InvokeAsync(new CreateCampaign(Guid.CreateVersion7(), "no-op", null, agents, DateTimeOffset.UtcNow, null, 1, [new("no-op", ["no-op"], [Platform.Instagram], 1)]));
        await using var count = host.App.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select coalesce(sum(number), 0)::bigint from chimera.counters where counter = 'tasks' and word = 'completed'");
        long rss = 0;
        async Task Reach(long wanted)
        {
            while ((long)(await count.ExecuteScalarAsync())! < wanted)
            {
                rss = Math.Max(rss, Process.GetCurrentProcess().WorkingSet64);
                await Task.Delay(20);
            }
        }
        // the first calls begin together and the last ones leave places empty: the pace is taken between
        await Reach(limit);
        var clock = Stopwatch.StartNew();
        var between = tasks - 2 * limit;
        await Reach(tasks - limit);
        var pace = between / clock.Elapsed.TotalSeconds;
        await Reach(tasks);
        var ideal = limit / CallTime.TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Bench = "waiting", Tasks = tasks, Limit = limit, MostInFlight = noOps.MostRunning, TasksPerS = Math.Round(pace, 1), IdealPerS = ideal, OfIdeal = Math.Round(pace / ideal, 3), RssMb = rss / 1048576
        }, BenchmarkHost.Json));
    }
}
