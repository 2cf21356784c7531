using System.Diagnostics;
using System.Text.Json;
using Chimera.Api.Hosting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.Benchmarks;

/// <summary>
/// What a tool call costs over stdio besides the tool: calls of a server with no back end, which checks the arguments and refuses, one after another. Prints one JSON line.
/// </summary>
internal static class McpBenchmark
{
    private const int WarmUp = 2000;

    public static async Task Run(int calls)
    {
        var home = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"chimera-bench-{Guid.NewGuid():N}")).FullName;
        try
        {
            var bare = await Measure(calls, new() { ["CHIMERA_MCP_BACKEND"] = "real", ["DATABASE_URL"] = "" });
            await using var postgres = await EmbeddedPostgres.Start(home);
            var sandbox = await Measure(calls, new() { ["CHIMERA_MCP_BACKEND"] = "sandbox", ["DATABASE_URL"] = postgres.ConnectionString });
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                Bench = "mcp", Calls = calls, P50Ms = At(bare, 0.5), P99Ms = At(bare, 0.99), SandboxP50Ms = At(sandbox, 0.5), SandboxP99Ms = At(sandbox, 0.99)
            }, BenchmarkHost.Json));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static double At(double[] sorted, double share) => Math.Round(sorted[(int)(share * (sorted.Length - 1))], 3);

    private static async Task<double[]> Measure(int calls, Dictionary<string, string?> environment)
    {
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new()
        {
            Name = "mcp-server-twitter", Command = "dotnet", Arguments = [Path.Combine(AppContext.BaseDirectory, "chimera-mcp.dll"), "mcp-server-twitter", "--stdio"],
            EnvironmentVariables = environment
        }));
        for (var i = 0; i < WarmUp; i++) await Call(client, i);
        var times = new double[calls];
        for (var i = 0; i < calls; i++) times[i] = await Call(client, i);
        Array.Sort(times);
        return times;
    }

    /// <summary>Looks for a post that is not there: what is left is the way to the tool and back.</summary>
    private static async Task<double> Call(McpClient client, int number)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await client.CallToolAsync(new CallToolRequestParams
        {
            Name = "find_post", Arguments = new Dictionary<string, JsonElement> { ["idempotency_key"] = JsonSerializer.SerializeToElement($"none-{number}") },
            Meta = new() { ["io.chimera/idempotency_key"] = $"call-{number}", ["io.chimera/agent_id"] = "00000000-0000-4000-8000-000000000001" }
        });
        if (result.Content.Count != 1) throw new InvalidOperationException("A call was not answered.");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
