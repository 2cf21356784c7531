using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Integrations.Mcp;
using Chimera.Integrations.Mcp.OAuth;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Authentication;
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
        var auth = scenario.StartsWith("auth/", StringComparison.Ordinal) ? new McpAuth(OAuth: ConformanceAuth.Of(scenario)) : null;
        using var authorization = new OAuthClient(_ => null, TimeProvider.System, NullLoggerFactory.Instance, SayYes);
        await using var connection = new McpConnection(new("conformance", url, Auth: auth, Protocol: protocol), authorization, TimeProvider.System, NullLoggerFactory.Instance);
        try
        {
            return await Play(scenario, await connection.Open(CancellationToken.None)) ? 0 : 1;
        }
        catch (Exception refused) // some scenarios want nothing else
        {
            await Console.Error.WriteLineAsync(refused.ToString());
            return 1;
        }
    }

    private static async Task<bool> Play(string scenario, McpSession session) => scenario switch
    {
        "tools_call" => await Call(session, "add_numbers", new() { ["a"] = 5, ["b"] = 10 }),
        "sse-retry" => await Call(session, "test_reconnection", NoArguments),
        "elicitation-sep1034-client-defaults" => await Call(session, "test_client_elicitation_defaults", NoArguments),
        "auth/scope-step-up" => await Call(session, "test-tool", NoArguments),
        _ => await session.Find("none", CancellationToken.None) is null
    };

    private static async Task<bool> Call(McpSession session, string name, JsonObject arguments)
    {
        var tool = await session.Find(name, CancellationToken.None) ?? throw new InvalidOperationException($"There is no {name}.");
        if (tool.Misfit(arguments) is { } misfit) throw new InvalidOperationException(misfit);
        var sent = arguments.ToDictionary(one => one.Key, one => JsonSerializer.SerializeToElement(one.Value));
        return ToolAnswers.Read(await session.Client.CallToolAsync(new CallToolRequestParams { Name = name, Arguments = sent }), tool).Output.ValueKind != JsonValueKind.Null;
    }

    /// <summary>The operator's browser: the suite's authorization servers send it on at once.</summary>
    private static async Task<AuthorizationResult?> SayYes(AuthorizationCallbackContext asked, CancellationToken cancellation)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(asked.AuthorizationUri, cancellation);
        return Redirected.Read(answer.Headers.Location!);
    }
}
