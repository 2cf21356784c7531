using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Integrations.Mcp;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;

namespace Chimera.McpServers.Tests.Conformance;

/// <summary>The platform's client as the conformance suite starts it: a process that does what the scenario in its environment wants.</summary>
internal static class ConformanceClient
{
    private static readonly JsonObject NoArguments = [];

    public static async Task<int> Run(string url)
    {
        var scenario = Environment.GetEnvironmentVariable("MCP_CONFORMANCE_SCENARIO")!;
        // As MCP_SERVERS would say it: the suite's servers do not understand the first message of the newest protocol.
        var protocol = scenario switch { "initialize" => "2025-11-25", "sse-retry" => "2025-03-26", _ => null };
        var settings = new McpServerSettings("conformance", Url: url, Protocol: protocol);
        await using var connection = new McpConnection(settings, TimeProvider.System, NullLoggerFactory.Instance);
        return await Play(scenario, await connection.Open(CancellationToken.None)) ? 0 : 1;
    }

    private static async Task<bool> Play(string scenario, McpSession session) => scenario switch
    {
        "initialize" => await session.Find("none", CancellationToken.None) is null,
        "tools_call" => await Call(session, "add_numbers", new() { ["a"] = 5, ["b"] = 10 }),
        "sse-retry" => await Call(session, "test_reconnection", NoArguments),
        _ => throw new ArgumentException($"Nobody plays {scenario}.")
    };

    private static async Task<bool> Call(McpSession session, string name, JsonObject arguments)
    {
        var tool = await session.Find(name, CancellationToken.None) ?? throw new InvalidOperationException($"There is no {name}.");
        if (tool.Misfit(arguments) is { } misfit) throw new InvalidOperationException(misfit);
        var sent = arguments.ToDictionary(one => one.Key, one => JsonSerializer.SerializeToElement(one.Value));
        return ToolAnswers.Read(await session.Client.CallToolAsync(new CallToolRequestParams { Name = name, Arguments = sent }), tool).Output.ValueKind != JsonValueKind.Null;
    }
}
