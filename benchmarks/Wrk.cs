using System.Diagnostics;
using System.Text.Json;

namespace Chimera.Benchmarks;

/// <summary>The load: wrk in a process of its own, one thread, 32 connections, a request of a list after the other.</summary>
internal static class Wrk
{
    private const int Connections = 32;

    private const string Script = """
        local requests, next = {}, 0
        function init(args)
          for line in io.lines(args[1]) do
            if line:sub(1, 1) == "{" then requests[#requests + 1] = wrk.format("POST", "/graphql", { ["Content-Type"] = "application/json" }, line)
            else requests[#requests + 1] = wrk.format("GET", line) end
          end
        end
        function request() next = next % #requests + 1 return requests[next] end
        function done(summary, latency)
          local errors = summary.errors
          io.write(string.format('\n{"requests_per_s": %.0f, "p50_ms": %.2f, "p99_ms": %.2f, "errors": %d}\n', summary.requests * 1e6 / summary.duration,
            latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
        end
        """;

    /// <param name="requests">Bodies of POST requests, or the addresses of GET ones.</param>
    public static async Task<Figures> Run(Uri host, string folder, IEnumerable<string> requests, int seconds)
    {
        var (script, list) = (Path.Combine(folder, "load.lua"), Path.Combine(folder, "requests.txt"));
        await File.WriteAllTextAsync(script, Script);
        await File.WriteAllLinesAsync(list, requests);
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["--threads", "1", "--connections", $"{Connections}", "--duration", $"{seconds}s", "--script", script, host.ToString(), "--", list])
        {
            RedirectStandardOutput = true
        }) ?? throw new InvalidOperationException("wrk does not start.");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return JsonSerializer.Deserialize<Figures>(output.Split('\n').Last(line => line.StartsWith('{')), BenchmarkHost.Json)!;
    }

    public sealed record Figures(double RequestsPerS, double P50Ms, double P99Ms, int Errors);
}
