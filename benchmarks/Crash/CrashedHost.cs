using System.Diagnostics;
using System.Globalization;
using Chimera.Api.Hosting;

namespace Chimera.Benchmarks.Crash;

/// <summary>A host as operators run it, <c>chimera serve</c>, on a Postgres that is not its own; both can be killed and started again.</summary>
/// <param name="part">Names the part of the run that it is for.</param>
/// <param name="settings">Where its broker or its Redis is.</param>
internal sealed class CrashedHost(string part, params (string Name, string Value)[] settings) : IAsyncDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("chimera-bench-").FullName;
    private readonly int port = LoopbackPort.Free(0), databasePort = LoopbackPort.Free(0);
    private readonly StreamWriter log = File.CreateText(LogOf(part));
    private EmbeddedPostgres? postgres;
    private Process? host;

    private HttpClient? client;

    public string Part => part;

    /// <summary>What the hosts say of errors; there are many while something is down.</summary>
    public string LogFile => LogOf(part);

    /// <summary>Where the database is that outlives the object, for somebody to look into it.</summary>
    public string? KeptIn { get; private set; }

    public HttpClient Client => client ??= new() { BaseAddress = new($"http://127.0.0.1:{port}/api/v1/"), Timeout = TimeSpan.FromSeconds(10) };

    public string ConnectionString => postgres!.ConnectionString;

    /// <summary>Seconds from the start of the last host until it was ready.</summary>
    public double ReadyAfter { get; private set; }

    public async Task Start()
    {
        postgres ??= await EmbeddedPostgres.Start(Path.Combine(home, "database"), new EmbeddedPostgresOptions(Port: databasePort));
        host = Run();
        await Ready();
    }

    /// <summary>SIGKILL, and a new host at once.</summary>
    public async Task KillHost()
    {
        host!.Kill();
        await host.WaitForExitAsync();
        host.Dispose();
        host = Run();
        await Ready();
    }

    /// <summary>What <c>pg_ctl stop -m immediate</c> does: no checkpoint, no goodbye; and a new server at once. The host lives on.</summary>
    public async Task KillPostgres()
    {
        using var server = Process.GetProcessById(postgres!.PostmasterPid);
        using (var kill = Process.Start("kill", ["-QUIT", server.Id.ToString(CultureInfo.InvariantCulture)])!) await kill.WaitForExitAsync();
        await server.WaitForExitAsync();
        await postgres.DisposeAsync();
        postgres = await EmbeddedPostgres.Start(Path.Combine(home, "database"), new EmbeddedPostgresOptions(Port: databasePort));
        await Ready();
    }

    public void Keep() => KeptIn = postgres!.Folder;

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (host is { HasExited: false })
        {
            host.Kill();
            await host.WaitForExitAsync();
        }
        host?.Dispose();
        await log.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        if (KeptIn is null) Directory.Delete(home, recursive: true);
    }

    private Process Run()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chimera.dll"), "serve"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["CHIMERA_HOME"] = home, ["CHIMERA_PORT"] = port.ToString(CultureInfo.InvariantCulture), ["DATABASE_URL"] = postgres!.ConnectionString,
                ["Logging__LogLevel__Default"] = "Error"
            }
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Drained(Process.Start(start)!);
    }

    private static string LogOf(string part) => Path.Combine(Path.GetTempPath(), $"chimera-bench-crash-{part}.log");

    /// <summary>A process never waits for a reader of what it writes.</summary>
    private Process Drained(Process process)
    {
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log) log.WriteLine(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task Ready()
    {
        var clock = Stopwatch.StartNew();
        while (!await Answers())
        {
            if (host!.HasExited) throw new InvalidOperationException($"The host ended with {host.ExitCode}.");
            if (clock.Elapsed > TimeSpan.FromMinutes(2)) throw new TimeoutException("The host is not ready after two minutes.");
            await Task.Delay(20);
        }
        ReadyAfter = clock.Elapsed.TotalSeconds;
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
