using System.Diagnostics;
using System.Text.Json;
using Chimera.Api.Hosting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.Benchmarks;

/// <summary>
/// What a tool call costs over stdio besides the tool: calls whose arguments are read, checked and refused, so that no back end is asked, one after another. Prints one JSON line.
/// </summary>
internal static class McpBenchmark
{
    private const int WarmUp = 2000;

    public static async Task Run(int calls)
    {
        var home = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"chimera-bench-{Guid.NewGuid():N}")).FullName;
        try
        {
            var bare = await Measure(calls, NoKey, new()
            {
                ["CHIMERA_MCP_BACKEND"] = "real", ["DATABASE_URL"] = "Host=127.0.0.1", ["TWITTER_CLIENT_ID"] = "nobody", ["TWITTER_ACCOUNTS"] = """[{"handle":"nobody","refresh_token":"none"}]"""
            });
            await using var postgres = await EmbeddedPostgres.Start(home);
            var sandbox = await Measure(calls, number => $"none-{number}", new() { ["CHIMERA_MCP_BACKEND"] = "sandbox", ["DATABASE_URL"] = postgres.ConnectionString });
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

    private static async Task<double[]> Measure(int calls, Func<int, string> key, Dictionary<string, string?> environment)
    {
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new()
        {
            Name = "mcp-server-twitter", Command = "dotnet", Arguments = [Path.Combine(AppContext.BaseDirectory, "chimera-mcp.dll"), "mcp-server-twitter", "--stdio"],
            EnvironmentVariables = environment
        }));
        for (var i = 0; i < WarmUp; i++) await Call(client, key(i), i);
        var times = new double[calls];
        for (var i = 0; i < calls; i++) times[i] = await Call(client, key(i), i);
        Array.Sort(times);
        return times;
    }

    private static string NoKey(int number) => "";

    /// <summary>Looks for a post that is not there, or that cannot be.</summary>
    private static async Task<double> Call(McpClient client, string key, int number)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await client.CallToolAsync(new CallToolRequestParams
        {
            Name = "find_post", Arguments = new Dictionary<string, JsonElement> { ["idempotency_key"] = JsonSerializer.SerializeToElement(key) },
            Meta = new() { ["io.chimera/idempotency_key"] = $"call-{number}", ["io.chimera/agent_id"] = "00000000-0000-4000-8000-000000000001" }
        });
        if (result.Content.Count != 1 || result.IsError == true != (key.Length == 0)) throw new InvalidOperationException("A call was not answered as it should be.");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
