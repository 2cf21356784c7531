using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Api.Hosting;

namespace Chimera.Benchmarks;

/// <summary>
/// Starts <c>chimera serve</c> again and again on a home that has its database, each time until a task is accepted and completed; prints one JSON line.
/// </summary>
internal sealed class StartBenchmark(string home, int port) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new($"http://127.0.0.1:{port}/api/v1/"), Timeout = TimeSpan.FromSeconds(5) };
    private readonly Guid agent = Guid.CreateVersion7();

    public static async Task Run(int rounds)
    {
        var home = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"chimera-bench-{Guid.NewGuid():N}")).FullName;
        using var benchmark = new StartBenchmark(home, LoopbackPort.Free(0));
        var first = await benchmark.Start(makeAgent: true);
        var starts = new List<Started>();
        for (var round = 0; round < rounds; round++) starts.Add(await benchmark.Start(makeAgent: false));
        double Median(Func<Started, double> of) => Math.Round(starts.Select(of).Order().ElementAt(starts.Count / 2), 2);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Bench = "start", Rounds = rounds, FirstEverS = Math.Round(first.Accepted, 2), AcceptedS = Median(start => start.Accepted), CompletedS = Median(start => start.Completed),
            CpuS = Median(start => start.Cpu), RssMb = Median(start => start.RssMb)
        }, BenchmarkHost.Json));
        Directory.Delete(home, recursive: true);
    }

    public void Dispose() => client.Dispose();

    private async Task<Started> Start(bool makeAgent)
    {
        var clock = Stopwatch.StartNew();
        using var host = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chimera.dll"), "serve"])
        {
            RedirectStandardOutput = true,
            Environment = { ["CHIMERA_HOME"] = home, ["CHIMERA_PORT"] = port.ToString(CultureInfo.InvariantCulture), ["DATABASE_URL"] = "" }
        })!;
        host.OutputDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        if (makeAgent) await Accepted("agents", new { agent_id = agent, name = "Ada", persona = new { soul_md_path = "a.md", soul_md = "# Ada\n\nFriendly." } });
        var task = Guid.CreateVersion7();
        await Accepted("tasks", new { task_id = task, agent_id = agent, type = "generate_post", input_data = new { topic = "starting", platform = "twitter" } });
        var accepted = clock.Elapsed.TotalSeconds;
        while (await Status(task) is not ("completed" or "escalated" or "failed")) await Task.Delay(5);
        var completed = clock.Elapsed.TotalSeconds;
        host.Refresh();
        var started = new Started(accepted, completed, host.TotalProcessorTime.TotalSeconds, host.WorkingSet64 / 1048576.0);
        using (var stop = Process.Start("kill", ["-TERM", host.Id.ToString(CultureInfo.InvariantCulture)])!) await stop.WaitForExitAsync();
        await host.WaitForExitAsync();
        return started;
    }

    private async Task Accepted(string path, object body)
    {
        for (var end = DateTime.UtcNow.AddMinutes(2); DateTime.UtcNow < end; await Task.Delay(5))
        {
            try
            {
                using var answer = await client.PostAsJsonAsync(path, body);
                if (answer.StatusCode == HttpStatusCode.Created) return;
            }
            catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException)
            {
                // not listening yet
            }
        }
        throw new TimeoutException($"The host accepted nothing at {path} within two minutes.");
    }

    private async Task<string?> Status(Guid task) => (await client.GetFromJsonAsync<JsonElement>($"tasks/{task}")).GetProperty("status").GetString();

    /// <param name="Accepted">Seconds until the first request was accepted.</param>
    private sealed record Started(double Accepted, double Completed, double Cpu, double RssMb);
}
