using System.Diagnostics;

namespace Chimera.Api.Hosting;

/// <summary>The server process of a cluster: started, found again, stopped.</summary>
public sealed class Postmaster(ClusterSite site, PostgresBinaries binaries, ClusterOwner owner, PostgresCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ServerLog _log = new(site.Log);

    /// <summary>The server that an earlier host left behind, once it is ready to serve.</summary>
    public async Task<PostmasterFile?> LeftRunning(CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var server = PostmasterFile.Alive(site.Data);
        for (; server is { IsStarting: true } && clock.Elapsed < Recovery; server = PostmasterFile.Alive(site.Data))
            await Task.Delay(Pause, ct);
        return server is { IsReady: true } ? server : null;
    }

    public async Task<PostmasterFile> Start(int? wishedPort, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        _log.Open();
        await owner.Own(site.Log, ct);
        for (var port = LoopbackPort.Free(wishedPort); ; port = LoopbackPort.Free())
        {
            PostmasterFile.RemoveStale(site.Data);
            await cluster.Configure(port, ct);
            var run = await Control(["start", "-l", site.Log, "-t", $"{Recovery.TotalSeconds:0}"]);
            if (run.Succeeded && PostmasterFile.Alive(site.Data) is { } server) return server;
            var said = _log.Unread();
            if (!Passes(said) || clock.Elapsed > Patience) throw new EmbeddedPostgresException($"Postgres did not start on {site.Data}.", said + run.Output);
            await Task.Delay(Pause, ct);
        }
    }

    public async Task Stop()
    {
        if (PostmasterFile.Alive(site.Data) is null) return;
        if ((await Control(["stop", "-m", "fast", "-t", "20"])).Succeeded) return;
        var stop = await Control(["stop", "-m", "immediate", "-t", "10"]);
        if (!stop.Succeeded && PostmasterFile.Alive(site.Data) is not null)
            throw new EmbeddedPostgresException($"Postgres on {site.Data} did not stop.", _log.Unread() + stop.Output);
    }

    // Somebody took the port after we looked, or children of a killed server still hold its memory: both pass.
    private static bool Passes(string said) =>
        said.Contains("Address already in use", StringComparison.Ordinal)
        || said.Contains("is still in use", StringComparison.Ordinal)
        || said.Contains("\"postmaster.pid\" already exists", StringComparison.Ordinal);

    // Never cancelled half-way: a server whose start nobody awaited would be left running.
    private Task<Execution> Control(string[] arguments) => owner.Run(binaries.Control, [.. arguments, "-w", "-D", site.Data]);
}
