using Chimera.Integration.Tests;

namespace Chimera.McpServers.Tests.Conformance;

/// <summary>The protocol's conformance suite. What it is expected to find wrong stands in tests/tools/conformance.yml: one more fails the test, and so does one less.</summary>
public sealed class ConformanceTests(ConformanceServer server, SandboxServers servers) : IClassFixture<ConformanceServer>, IClassFixture<SandboxServers>
{
    [Fact]
    public async Task a_server_behind_our_hosting_does_all_that_the_suite_asks_for() =>
        await ConformanceSuite.Passes("server", "--url", server.Url, "--suite", "all");

    [Theory]
    [InlineData("server-initialize")]
    [InlineData("ping")]
    [InlineData("tools-list")]
    [InlineData("resources-list")]
    [InlineData("server-sse-multiple-streams")]
    [InlineData("dns-rebinding-protection")]
    public async Task a_server_of_the_platform_does_what_needs_no_fixture(string scenario) =>
        await ConformanceSuite.Passes("server", "--url", await servers.Listen("mcp-server-twitter"), "--scenario", scenario);

    /// <summary>One after the other: one of them measures how soon the client is back, and the machine has few processors.</summary>
    [Fact]
    public async Task the_platforms_client_does_all_that_the_suite_asks_for()
    {
        var scenarios = await ConformanceSuite.ClientScenarios();
        Assert.Contains("auth/pre-registration", scenarios);
        foreach (var scenario in scenarios)
            await ConformanceSuite.Passes("client", "--command", $"dotnet {typeof(ConformanceTests).Assembly.Location} conformance-client", "--scenario", scenario);
    }
}
