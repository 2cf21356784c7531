using System.Diagnostics;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Projections;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Chimera.Benchmarks;

/// <summary>Rebuilds all tables from N events, beside a plain ordered read of the same events; prints one JSON line.</summary>
/// <remarks>Beyond <see cref="Long"/> events there is no warm-up and no past: memory is what such a run is for.</remarks>
internal static class RebuildBenchmark
{
    private const long Long = 5_000_000;

    public static async Task Run(long events)
    {
        await using var host = await BenchmarkHost.Start();
        var database = host.App.Services.GetRequiredService<NpgsqlDataSource>();
        var seed = new EventSeed(database);
        var total = await seed.Write(events);
        var following = await Follow(database, total);
        if (events < Long) await Rebuild(host, total); // compiles, and warms the caches of both sides
        var read = await PlainRead(database);
        var rebuilt = await Rebuild(host, total);
        var asOf = events < Long ? await AsOf(host, total - 1) : default;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Bench = "rebuild", Events = total, seed.MeanBytes, Seconds = Math.Round(rebuilt.Seconds, 2), EventsPerS = Math.Round(total / rebuilt.Seconds),
            CpuS = Math.Round(rebuilt.Cpu, 2), CpuAppS = Math.Round(rebuilt.App, 2), RssMb = rebuilt.RssMb, PlainReadPerS = Math.Round(total / read),
            Ratio = Math.Round(read / rebuilt.Seconds, 3), FillSeconds = rebuilt.Fill, CompareSeconds = rebuilt.Compare,
            FollowEventsPerS = Math.Round(total / following), AsOfFirstS = Math.Round(asOf.First, 2), AsOfAgainMs = Math.Round(asOf.Again, 2)
        }, BenchmarkHost.Json));
    }

    internal static async Task<double> Follow(NpgsqlDataSource database, long total)
    {
        var clock = Stopwatch.StartNew();
        while ((await TableSetState.Of(database, TableSet.LiveSchema, default))?.Sequence != total) await Task.Delay(50);
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> PlainRead(NpgsqlDataSource database)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var clock = Stopwatch.StartNew();
            await using var command = database.CreateCommand("select seq_id, id, stream_id, version, data, type, timestamp, headers from chimera_events.mt_events order by seq_id");
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync();
            long bytes = 0;
            while (await reader.ReadAsync()) bytes += reader.GetFieldValue<byte[]>(4).Length;
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        return best;
    }

    private static async Task<Figures> Rebuild(ChimeraHost host, long total)
    {
        var rebuild = host.App.Services.GetRequiredService<TableRebuild>();
        var (own, postgres, clock) = (ProcessTreeCpu.Own(), ProcessTreeCpu.Postgres(host.PostmasterPid), Stopwatch.StartNew());
        var status = await rebuild.Start(new(null, ExpectEqual: false, AllowChanges: false, "benchmark"), default);
        double fill = 0, compare = 0;
        long most = 0;
        while (status.EndedAt is null)
        {
            await Task.Delay(20);
            most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64);
            status = (await rebuild.Find(status.RebuildId, default))!;
            if (status.Phase == "reading" && status.Events < total) fill = clock.Elapsed.TotalSeconds;
            if (status.Phase is "reading") compare = clock.Elapsed.TotalSeconds;
        }
        var seconds = clock.Elapsed.TotalSeconds;
        if (status.State != RebuildStatus.Swapped || status.Report.Any(table => !table.IsEqual())) throw new InvalidOperationException($"The rebuild ended {status.State}: {status.Error}");
        var app = ProcessTreeCpu.Own() - own;
        return new(seconds, app + ProcessTreeCpu.Postgres(host.PostmasterPid) - postgres, app, most / 1048576, Math.Round(fill, 2), Math.Round(seconds - compare, 2));
    }

    private static async Task<(double First, double Again)> AsOf(ChimeraHost host, long sequence)
    {
        var tables = host.App.Services.GetRequiredService<AsOfTables>();
        var clock = Stopwatch.StartNew();
        await tables.Open(sequence, default);
        var first = clock.Elapsed.TotalSeconds;
        clock.Restart();
        await tables.Open(sequence, default);
        return (first, clock.Elapsed.TotalMilliseconds);
    }

    private sealed record Figures(double Seconds, double Cpu, double App, long RssMb, double Fill, double Compare);
}
