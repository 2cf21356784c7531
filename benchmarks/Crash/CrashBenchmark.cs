using System.Text.Json;

namespace Chimera.Benchmarks.Crash;

/// <summary>
/// Kills the host, and Postgres beneath it, at random moments under load, and then looks for anything that was lost or done twice; prints one JSON line
/// and fails if there is any.
/// </summary>
internal static class CrashBenchmark
{
    private const int LongestMs = 3000;

    public static async Task<int> Run(int kills, int seed)
    {
        var random = new Random(seed);
        await using var host = new CrashedHost();
        await host.Start();
        var load = new CrashLoad(host.Client);
        await load.CreateAgents();
        using var stop = new CancellationTokenSource();
        var running = load.Run(stop.Token);
        var (hostKills, postgresKills, slowest) = (0, 0, 0.0);
        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(random.Next(100, LongestMs));
            if (random.Next(3) == 0)
            {
                postgresKills++;
                await host.KillPostgres();
            }
            else
            {
                hostKills++;
                await host.KillHost();
                slowest = Math.Max(slowest, host.ReadyAfter);
            }
            if (kill % 10 == 0) await Console.Error.WriteLineAsync($"{kill} of {kills} kills");
        }
        await stop.CancelAsync();
        await running;
        return await Report(host, load, new(kills, hostKills, postgresKills, seed, slowest));
    }

    private static async Task<int> Report(CrashedHost host, CrashLoad load, Killed run)
    {
        var check = new CrashCheck(host, load);
        await check.Settle();
        long[] wrong = [await check.Lost(), await check.Doubled(), await check.EffectsDoubled(), await check.Unresolved()];
        var equal = await check.TablesEqualStreams();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Bench = "crash", Kills = run.Kills, HostKills = run.Host, PostgresKills = run.Postgres, Seed = run.Seed, Tasks = await check.Tasks(),
            Lost = wrong[0], Doubled = wrong[1], EffectsDoubled = wrong[2], Unresolved = wrong[3], TablesEqual = equal, SlowestStartS = Math.Round(run.SlowestStart, 2)
        }, BenchmarkHost.Json));
        if (wrong.Sum() == 0 && equal) return 0;
        await Console.Error.WriteLineAsync($"Something is wrong; the hosts' errors are in {CrashedHost.LogFile}");
        return 1;
    }

    /// <param name="SlowestStart">Seconds from a kill of the host until the next one was ready.</param>
    private sealed record Killed(int Kills, int Host, int Postgres, int Seed, double SlowestStart);
}
