using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>The protocol's own client and inspector, both of Node, against the host.</summary>
public sealed class McpForeignClientTests(McpStage stage) : IClassFixture<McpStage>
{
    [Fact]
    public async Task the_typescript_client_calls_every_tool_and_is_told_of_changes() =>
        Assert.Equal("15 tools work", await NodeTools.Run("mcp-host.mjs", [stage.Endpoint.ToString(), (await stage.Agent()).ToString()]));

    [Fact]
    public async Task the_inspector_lists_calls_and_reads()
    {
        var agent = await stage.Agent();
        Assert.Contains("decide_hitl_item", await Inspect("--method", "tools/list"), StringComparison.Ordinal);
        Assert.Contains("Mara Field", await Inspect("--method", "tools/call", "--tool-name", "get_agent", "--tool-arg", $"agent_id={agent}"), StringComparison.Ordinal);
        Assert.Contains("items", await Inspect("--method", "resources/read", "--uri", "chimera://hitl"), StringComparison.Ordinal);
    }

    private Task<string> Inspect(params string[] call) => NodeTools.Run(NodeTools.Inspector, ["--cli", stage.Endpoint.ToString(), "--transport", "http", .. call]);
}
