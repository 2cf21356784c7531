namespace Chimera.Benchmarks.Crash;

/// <summary>Something that a host stands on.</summary>
/// <param name="Kill">Kills it and starts it again.</param>
internal sealed record Victim(string Name, Func<Task> Kill);

/// <summary>A host under load, and what of it dies; the others are beside host and Postgres.</summary>
internal sealed class CrashPart(CrashedHost host, Random random, params Victim[] others)
{
    private const int LongestMs = 3000;

    private readonly Victim[] victims = [new("host", host.KillHost), new("postgres", host.KillPostgres), .. others];
    private readonly Dictionary<string, int> killed = [];
    private double slowestStart;

    public async Task<CrashFigures> Run(int kills)
    {
        await host.Start();
        var load = new CrashLoad(host.Client);
        await load.CreateAgents();
        using var stop = new CancellationTokenSource();
        var running = load.Run(stop.Token);
        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(random.Next(100, LongestMs));
            await Kill(victims[random.Next(victims.Length)]);
            if (kill % 10 == 0) await Console.Error.WriteLineAsync($"{host.Part}: {kill} of {kills} kills");
        }
        await stop.CancelAsync();
        await running;
        return await Check(load);
    }

    private async Task Kill(Victim victim)
    {
        killed[victim.Name] = Killed(victim.Name) + 1;
        await victim.Kill();
        if (victim.Name == "host") slowestStart = Math.Max(slowestStart, host.ReadyAfter);
    }

    private async Task<CrashFigures> Check(CrashLoad load)
    {
        var check = new CrashCheck(host, load);
        await check.Settle();
        var figures = new CrashFigures(
            Killed("host"), Killed("postgres"), Killed("broker"), Killed("redis"), await check.Tasks(), await check.Lost(), await check.Doubled(), await check.EffectsDoubled(),
            await check.Unresolved(), await check.TablesEqualStreams(), Math.Round(slowestStart, 2));
        if (figures.IsGood) return figures;
        host.Keep();
        await Console.Error.WriteLineAsync($"{host.Part}: something is wrong: {figures}; the hosts' errors are in {host.LogFile}, the database is in {host.KeptIn}");
        return figures;
    }

    private int Killed(string name) => killed.GetValueOrDefault(name);
}
