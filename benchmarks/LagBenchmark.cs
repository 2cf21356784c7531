using System.Diagnostics;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Planning;
using Chimera.Projections;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Chimera.Benchmarks;

/// <summary>
/// How long an event takes to be visible in the tables while tasks run at a steady rate; prints one JSON line. Counted from the beginning of the transaction
/// that appends it, which is earlier than its commit.
/// </summary>
internal static class LagBenchmark
{
    private const int TicksPerSecond = 10, WarmUpSeconds = 10;

    private static readonly JsonElement Input = ChimeraJson.Write(new GeneratePostInput("no-op", Platform.Instagram, KeyMessage: new string('i', 500)));

    public static async Task Run(int tasksPerSecond, int seconds)
    {
        await using var host = await BenchmarkHost.Start(new NoOps(0, 500, 400));
        var agent = Guid.CreateVersion7();
        await host.App.MessageBus().InvokeAsync(new CreateAgent(agent, "no-op", null, new("no-op.md", [], [], []), new("no-op", "00"), new(), null, null));
        using var stop = new CancellationTokenSource();
        var lags = new List<double>();
        var watching = Watch(host.App.Services.GetRequiredService<TableFeed>(), lags, stop.Token);
        await Submit(host, agent, tasksPerSecond, WarmUpSeconds);
        lags.Clear();
        var clock = Stopwatch.StartNew();
        await Submit(host, agent, tasksPerSecond, seconds);
        var rate = tasksPerSecond * seconds / clock.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine(JsonSerializer.Serialize(Figures(lags, rate), BenchmarkHost.Json));
    }

    private static object Figures(List<double> lags, double rate)
    {
        lags.Sort();
        double At(double share) => Math.Round(lags[(int)(share * (lags.Count - 1))], 1);
        return new { Bench = "lag", TasksPerS = Math.Round(rate), Events = lags.Count, P50Ms = At(0.5), P95Ms = At(0.95), P99Ms = At(0.99), MaxMs = At(1) };
    }

    private static async Task Watch(TableFeed feed, List<double> lags, CancellationToken cancellation)
    {
        await foreach (var page in feed.Read(cancellation))
        {
            var now = DateTimeOffset.UtcNow;
            foreach (var @event in page.Events) lags.Add((now - @event.Timestamp).TotalMilliseconds);
        }
    }

    private static async Task Submit(ChimeraHost host, Guid agent, int tasksPerSecond, int seconds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / TicksPerSecond));
        for (var tick = 0; tick < seconds * TicksPerSecond; tick++)
        {
            await timer.WaitForNextTickAsync();
            await host.App.MessageBus().InvokeAsync(new PlanTasks(
                [.. Enumerable.Range(0, tasksPerSecond / TicksPerSecond).Select(_ => new PlanTask(Guid.CreateVersion7(), agent, null, TaskType.GeneratePost, Input))]));
        }
    }
}
