using System.Diagnostics;
using Chimera.Api.Hosting;
using Chimera.Integration.Tests.Hosting;

namespace Chimera.Integration.Tests.Journeys;

/// <summary>A demo as a user starts it: a process of its own, with a home and a port of its own.</summary>
public sealed class DemoProcess : IDisposable
{
    private readonly Process process;
    private readonly List<string> output = [];
    private readonly TaskCompletionSource launched = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DemoProcess(PostgresHome home, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chimera.dll"), "demo", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["CHIMERA_HOME"] = home.Path, ["CHIMERA_PORT"] = LoopbackPort.Free(0).ToString(null as IFormatProvider), ["DATABASE_URL"] = "" }
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Completes when a campaign is running, whether just launched or taken up again.</summary>
    public Task Running => Task.WhenAny(launched.Task, process.WaitForExitAsync());

    public bool HasExited => process.HasExited;

    public string Output { get { lock (output) return string.Join('\n', output); } }

    /// <summary>Lets it run for a while, then ends it the hard way; false if it had come to its end by then.</summary>
    public async Task<bool> KillAfter(TimeSpan time)
    {
        using var patience = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill(); // SIGKILL, and of the host alone: its Postgres lives on
            await process.WaitForExitAsync();
            return true;
        }
    }

    public async Task<(int ExitCode, string LastLine)> End(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        lock (output) return (process.ExitCode, output.LastOrDefault(line => line.StartsWith('{')) ?? "");
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
        if (line.Contains("campaign", StringComparison.Ordinal) && (line.Contains("launched", StringComparison.Ordinal) || line.Contains("goes on", StringComparison.Ordinal)))
            launched.TrySetResult();
    }
}
