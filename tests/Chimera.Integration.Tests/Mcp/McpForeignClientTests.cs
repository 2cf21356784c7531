using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>The protocol's own client, inspector and conformance suite, all of Node, against the host.</summary>
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

    [Theory]
    [InlineData("server-initialize")]
    [InlineData("ping")]
    [InlineData("tools-list")]
    [InlineData("resources-list")]
    [InlineData("server-sse-multiple-streams")]
    [InlineData("dns-rebinding-protection")]
    public async Task the_host_conforms_where_the_suite_needs_no_fixture(string scenario) =>
        await ConformanceSuite.Passes("server", "--url", stage.Endpoint.ToString(), "--scenario", scenario);

    private Task<string> Inspect(params string[] call) => NodeTools.Run(NodeTools.Inspector, ["--cli", stage.Endpoint.ToString(), "--transport", "http", .. call]);
}
