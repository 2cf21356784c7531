using System.Diagnostics;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Integration.Tests.Rabbit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;

namespace Chimera.Benchmarks;

/// <summary>N no-op tasks of one campaign through plan, work, judge and tables; prints one JSON line.</summary>
internal static class PipelineBenchmark
{
    private const int InputBytes = 500, OutputBytes = 400, Agents = 10;

    public static async Task Run(int tasks, int warmUps)
    {
        await using var host = await BenchmarkHost.Start(new NoOps(tasks, InputBytes, OutputBytes));
        Console.WriteLine(JsonSerializer.Serialize(await Measure(host, tasks, warmUps, null), BenchmarkHost.Json));
    }

    /// <summary>The same with the stages' messages over a RabbitMQ that is started for it.</summary>
    public static async Task RunOverRabbit(int tasks, int warmUps)
    {
        await using var broker = new RabbitServer();
        await broker.Start();
        await using var host = await BenchmarkHost.Start(new NoOps(tasks, InputBytes, OutputBytes), rabbitUrl: broker.Url);
        var figures = await Measure(host, tasks, warmUps, broker.Broker());
        Console.WriteLine(JsonSerializer.Serialize(figures with { Bench = "rabbit" }, BenchmarkHost.Json));
    }

    private static async Task<Figures> Measure(ChimeraHost host, int tasks, int warmUps, int? broker)
    {
        var agents = await CreateAgents(host);
        for (var i = 0; i < warmUps; i++) await Measure(host, agents, tasks, broker);
        return await Measure(host, agents, tasks, broker);
    }

    private static async Task<Guid[]> CreateAgents(ChimeraHost host)
    {
        var ids = Enumerable.Range(0, Agents).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var id in ids)
            await host.App.MessageBus().InvokeAsync(new CreateAgent(id, "no-op", null, new("no-op.md", [], [], []), new("no-op", "00"), new(), null, null));
        return ids;
    }

    private static async Task<Figures> Measure(ChimeraHost host, Guid[] agents, int tasks, int? broker)
    {
        var campaign = Guid.CreateVersion7();
        var goal = new CampaignGoal("no-op", ["no-op"], [Platform.Instagram], 1);
        var (own, postgres, rabbit, clock) = (ProcessTreeCpu.Own(), ProcessTreeCpu.Postgres(host.PostmasterPid), ProcessTreeCpu.Of(broker), Stopwatch.StartNew());
        await host.App.MessageBus().InvokeAsync(new CreateCampaign(campaign, "no-op", null, agents, DateTimeOffset.UtcNow, null, 1, [goal]));
        while (!await IsCompleted(host, campaign))
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(5)) throw new TimeoutException($"{await Completed(host, campaign)} of {tasks} tasks completed in five minutes.");
            await Task.Delay(20);
        }
        var seconds = clock.Elapsed.TotalSeconds;
        var (app, server) = ((ProcessTreeCpu.Own() - own) * 1000 / tasks, (ProcessTreeCpu.Postgres(host.PostmasterPid) - postgres) * 1000 / tasks);
        var queues = (ProcessTreeCpu.Of(broker) - rabbit) * 1000 / tasks;
        if (await Completed(host, campaign) != tasks) throw new InvalidOperationException("The campaign is completed in the tables, and not all of its tasks.");
        var latency = await Latencies(host, campaign);
        return new("pipeline", tasks, Math.Round(seconds, 3), Math.Round(tasks / seconds), Math.Round(app + server + queues, 3), Math.Round(app, 3), Math.Round(server, 3), broker is null ? null : Math.Round(queues, 3), latency[0], latency[1], latency[2],
            Math.Round(Process.GetCurrentProcess().WorkingSet64 / 1048576.0));
    }

    /// <summary>Looks at one row: counting tasks again and again would measure the counting.</summary>
    private static async Task<bool> IsCompleted(ChimeraHost host, Guid campaign)
    {
        await using var command = host.App.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select status = 'completed' from chimera.campaigns where campaign_id = $1");
        command.Parameters.Add(new() { Value = campaign });
        return await command.ExecuteScalarAsync() is true;
    }

    private static async Task<long> Completed(ChimeraHost host, Guid campaign)
    {
        await using var command = host.App.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select count(*) from chimera.tasks where campaign_id = $1 and status = 'completed'");
        command.Parameters.Add(new() { Value = campaign });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>From planned to completed, by the events' own times, in ms.</summary>
    private static async Task<double[]> Latencies(ChimeraHost host, Guid campaign)
    {
        await using var command = host.App.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            """
            select percentile_cont(array[0.5, 0.95, 0.99]) within group (order by extract(epoch from completed_at - created_at) * 1000)
            from chimera.tasks where campaign_id = $1
            """);
        command.Parameters.Add(new() { Value = campaign });
        return [.. ((double[])(await command.ExecuteScalarAsync())!).Select(ms => Math.Round(ms, 1))];
    }

    private sealed record Figures(
        string Bench, int Tasks, double Seconds, double TasksPerS, double CpuMsPerTask, double CpuAppMs, double CpuPostgresMs, double? CpuBrokerMs, double P50Ms, double P95Ms, double P99Ms, double RssMb);
}
