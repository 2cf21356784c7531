using System.Diagnostics;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Pooling;
using Chimera.Integration.Tests.Rabbit;
using Chimera.Integrations.Queues;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;

namespace Chimera.Benchmarks;

/// <summary>How a run of the pipeline's benchmark is driven.</summary>
/// <param name="InFlight">Tasks that are submitted and not completed, at most.</param>
/// <param name="Plan">All tasks at once, as the plan of one campaign.</param>
internal sealed record PipelineLoad(int Tasks, int InFlight, int WarmUps, bool Plan);

/// <summary>
/// N no-op tasks through submission, work, judge and tables, in a closed loop or as one plan; prints one JSON line. A task is completed when the table
/// says so.
/// </summary>
internal sealed class PipelineBenchmark : IAsyncDisposable
{
    private const int InputBytes = 600, OutputBytes = 500, Agents = 10, Submitters = 32, LightInFlight = 4, LightTasks = 400;

    private static readonly JsonElement Input = ChimeraJson.Write(new GeneratePostInput("no-op", Platform.Instagram, KeyMessage: new string('i', InputBytes)));

    private readonly ChimeraHost host;
    private readonly Guid[] agents = [.. Enumerable.Range(0, Agents).Select(_ => Guid.CreateVersion7())];
    private readonly CompletedTasks completed;
    private readonly Beside beside;

    private PipelineBenchmark(ChimeraHost host, Beside beside) => (this.host, this.beside, completed) = (host, beside, new(host));

    /// <summary>The same with the stages' messages over a RabbitMQ that is started for it.</summary>
    public static async Task RunOverRabbit(PipelineLoad load)
    {
        await using var broker = new RabbitServer();
        await broker.Start();
        await Run(load, broker);
    }

    public static async Task Run(PipelineLoad load, RabbitServer? broker = null)
    {
        await using var benchmark = await Start(load, broker: broker);
        var figures = await benchmark.Warm(load);
        var light = await benchmark.ClosedLoop(LightTasks, LightInFlight);
        Console.WriteLine(JsonSerializer.Serialize(figures with { LightP50Ms = light.At(0.5), LightP99Ms = light.At(0.99) }, BenchmarkHost.Json));
    }

    /// <param name="past">What is in the store before the first task.</param>
    public static async Task<PipelineBenchmark> Start(PipelineLoad load, Func<ChimeraHost, Task>? past = null, RabbitServer? broker = null, (RedisOptions Options, int? Pid) redis = default)
    {
        var beside = broker is not null ? new Beside("rabbit", broker.Broker()) : redis.Pid is { } pid ? new("redis", pid) : redis.Options is not null ? new("redis", null) : new("pipeline", null);
        var benchmark = new PipelineBenchmark(await BenchmarkHost.Start(new NoOps(load.Tasks, InputBytes, OutputBytes), rabbitUrl: broker?.Url ?? "", redis: redis.Options), beside);
        if (past is not null) await past(benchmark.host);
        foreach (var id in benchmark.agents)
            await benchmark.host.App.MessageBus().InvokeAsync(new CreateAgent(id, "no-op", null, new("no-op.md", [], [], []), new("no-op", "00"), new(), null, null));
        return benchmark;
    }

    /// <summary>The last of several rounds: the others are warm-up.</summary>
    public async Task<Figures> Warm(PipelineLoad load)
    {
        for (var i = 0; i < load.WarmUps; i++) await Measure(load);
        return await Measure(load);
    }

    public async ValueTask DisposeAsync()
    {
        completed.Dispose();
        await host.DisposeAsync();
    }

    public async Task<Figures> Measure(PipelineLoad load)
    {
        var (own, postgres, other, clock) = (ProcessTreeCpu.Own(), ProcessTreeCpu.Postgres(host.PostmasterPid), ProcessTreeCpu.Of(beside.Pid), Stopwatch.StartNew());
        var latency = load.Plan ? await Plan(load.Tasks) : await ClosedLoop(load.Tasks, load.InFlight);
        var seconds = clock.Elapsed.TotalSeconds;
        var (app, server) = ((ProcessTreeCpu.Own() - own) * 1000 / load.Tasks, (ProcessTreeCpu.Postgres(host.PostmasterPid) - postgres) * 1000 / load.Tasks);
        other = (ProcessTreeCpu.Of(beside.Pid) - other) * 1000 / load.Tasks;
        return new(beside.Bench, load.Plan ? "plan" : "closed", load.Tasks, load.InFlight, Math.Round(seconds, 3), Math.Round(load.Tasks / seconds), Math.Round(app + server + other, 3),
            Math.Round(app, 3), Math.Round(server, 3), beside.Pid is null ? null : Math.Round(other, 3), latency.At(0.5), latency.At(0.95), latency.At(0.99), 0, 0, Math.Round(Process.GetCurrentProcess().WorkingSet64 / 1048576.0));
    }

    /// <summary>Each submitter submits one task a call, as soon as fewer than <paramref name="inFlight"/> are on their way.</summary>
    private async Task<Latencies> ClosedLoop(int tasks, int inFlight)
    {
        var pool = host.App.Services.GetRequiredService<StagePool<PlanTask, PlanTask, PlanTask>>();
        using var places = new SemaphoreSlim(inFlight);
        var (next, latencies) = (0, new Latencies(tasks));
        async Task Submit()
        {
            for (int i; (i = Interlocked.Increment(ref next)) <= tasks;)
            {
                await places.WaitAsync();
                var (id, since) = (Guid.CreateVersion7(), Stopwatch.GetTimestamp());
                var end = completed.Await(id);
                await pool.Work([new PlanTask(id, agents[i % Agents], null, TaskType.GeneratePost, Input, TraceId: $"trace-{id}")], default, default);
                _ = End(end, since);
            }
        }
        async Task End(Task end, long since)
        {
            await end;
            latencies.Add(Stopwatch.GetElapsedTime(since));
            places.Release();
        }
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Submitters, inFlight)).Select(_ => Task.Run(Submit)));
        await latencies.All;
        return latencies;
    }

    private async Task<Latencies> Plan(int tasks)
    {
        var campaign = Guid.CreateVersion7();
        var since = Stopwatch.GetTimestamp();
        var latencies = new Latencies(1);
        await host.App.MessageBus().InvokeAsync(new CreateCampaign(campaign, "no-op", null, agents, DateTimeOffset.UtcNow, null, 1, [new("no-op", ["no-op"], [Platform.Instagram], 1)]));
        await using var command = host.App.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select status = 'completed' from chimera.campaigns where campaign_id = $1");
        command.Parameters.Add(new() { Value = campaign });
        while (await command.ExecuteScalarAsync() is not true)
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(5)) throw new TimeoutException($"{tasks} tasks are not completed in five minutes.");
            await Task.Delay(20);
        }
        latencies.Add(Stopwatch.GetElapsedTime(since));
        return latencies;
    }

    internal sealed record Figures(
        string Bench, string Mode, int Tasks, int InFlight, double Seconds, double TasksPerS, double CpuMsPerTask, double CpuAppMs, double CpuPostgresMs, double? CpuOtherMs,
        double P50Ms, double P95Ms, double P99Ms, double LightP50Ms, double LightP99Ms, double RssMb);

    /// <summary>The server that the tasks pass besides Postgres; none has no process.</summary>
    private sealed record Beside(string Bench, int? Pid);
}
