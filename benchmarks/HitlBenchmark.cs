using System.Diagnostics;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;

namespace Chimera.Benchmarks;

/// <summary>
/// People approve N items at the same time, on a store full of finished tasks: all are resolved, none twice, and the last decision takes no longer than the
/// first. Prints one JSON line, and fails if anything is left or doubled.
/// </summary>
internal sealed class HitlBenchmark(ChimeraHost host)
{
    private const int People = 64;

    private readonly NpgsqlDataSource database = host.App.Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<int> Run(int items, long events)
    {
        await using var host = await BenchmarkHost.Start(new NoOps(items, 600, 500, confidence: 0.5));
        await GrowthBenchmark.Seed(host, events);
        return await new HitlBenchmark(host).Run(items);
    }

    private async Task<int> Run(int items)
    {
        var agent = Guid.CreateVersion7();
        await host.App.MessageBus().InvokeAsync(new CreateAgent(agent, "no-op", null, new("no-op.md", [], [], []), new("no-op", "00"), new(), null, null));
        var finished = await Ask("select count(*) from chimera.tasks where status = 'completed'");
        await host.App.MessageBus().InvokeAsync(new CreateCampaign(Guid.CreateVersion7(), "no-op", null, [agent], DateTimeOffset.UtcNow, null, 1, [new("no-op", ["no-op"], [Platform.Instagram], 1)]));
        await Until("select count(*) from chimera.hitl_queue where status = 'pending'", items);
        var clock = Stopwatch.StartNew();
        var taken = await Decide();
        var decided = clock.Elapsed.TotalSeconds;
        await Until("select count(*) from chimera.tasks where status = 'completed'", finished + items);
        var twice = await Ask("""
            select count(*) from (select stream_id from chimera_events.mt_events where type in ('hitl_item_decided', 'result_approved', 'task_completed') group by stream_id, type having count(*) > 1) twice
            """);
        var left = await Ask("select count(*) from chimera.hitl_queue where status = 'pending'");
        double Median(int quarter) => Math.Round(taken.Skip(quarter * items / 4).Take(items / 4).Order().ElementAt(items / 8), 2);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Bench = "hitl", Items = items, FinishedTasks = finished, DecisionsPerS = Math.Round(items / decided), ResolvedS = Math.Round(clock.Elapsed.TotalSeconds, 1),
            FirstQuarterMs = Median(0), LastQuarterMs = Median(3), Left = left, Twice = twice
        }, BenchmarkHost.Json));
        return left + twice == 0 ? 0 : 1;
    }

    /// <returns>How long each decision took in ms, in the order in which they began.</returns>
    private async Task<double[]> Decide()
    {
        var ids = new List<Guid>();
        await using (var command = database.CreateCommand("select hitl_id from chimera.hitl_queue where status = 'pending'"))
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync()) ids.Add(rows.GetGuid(0));
        var taken = new double[ids.Count];
        await Parallel.ForAsync(0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = People }, async (i, _) =>
        {
            var since = Stopwatch.GetTimestamp();
            await host.App.MessageBus().InvokeAsync(new DecideHitlItem(ids[i], HitlDecision.Approve, "eve", null, null), CancellationToken.None);
            taken[i] = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        });
        return taken;
    }

    private async Task Until(string question, long wanted)
    {
        for (var end = DateTime.UtcNow.AddMinutes(10); await Ask(question) < wanted; await Task.Delay(100))
            if (DateTime.UtcNow > end) throw new TimeoutException($"{await Ask(question)} of {wanted}: {question}");
    }

    private async Task<long> Ask(string question)
    {
        await using var command = database.CreateCommand(question);
        command.CommandTimeout = 0;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
