using Chimera.Integration.Tests;

namespace Chimera.McpServers.Tests;

/// <summary>The protocol's own client and inspector, both of Node; the script is in <c>tests/tools</c>.</summary>
public sealed class ForeignClientTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "chimera-mcp.dll");

    public static TheoryData<string> Names => ["mcp-server-twitter", "mcp-server-instagram", "mcp-server-tiktok", "mcp-server-ideogram", "mcp-server-video",
        "mcp-server-weaviate", "mcp-server-coinbase", "mcp-server-news"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task the_typescript_client_drives_each_server_over_both_transports(string server)
    {
        Assert.Equal($"{server} over stdio works", await Node("mcp-client.mjs", server, "stdio", Program));
        Assert.Equal($"{server} over http works", await Node("mcp-client.mjs", server, "http", await servers.Listen(server)));
    }

    [Theory]
    [InlineData("mcp-server-twitter", "tweet_url", "post_tweet", "text=hello")]
    [InlineData("mcp-server-instagram", "post_url", "post_instagram", "caption=hello")]
    [InlineData("mcp-server-tiktok", "post_url", "post_tiktok", "caption=hello")]
    [InlineData("mcp-server-ideogram", "image_url", "generate_image", "prompt=hello", "aspect_ratio=16:9")]
    [InlineData("mcp-server-video", "video_url", "generate_video", "type=text_to_video", "prompt=hello", "duration_seconds=5")]
    [InlineData("mcp-server-weaviate", "results", "semantic_search", "query=hello", "collection=memories")]
    [InlineData("mcp-server-coinbase", "POLICY_DENIED", "send_transaction", "from_wallet=0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "to_address=0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "amount=1", "token=ETH")]
    public async Task the_inspector_calls_a_tool_of_each_server_over_both_transports(string server, string answer, string tool, params string[] arguments)
    {
        string[] call = ["--method", "tools/call", "--tool-name", tool, .. arguments.SelectMany(one => new[] { "--tool-arg", one })];
        Assert.Contains(answer, await Inspect(["dotnet", Program, server, "--stdio", .. call]), StringComparison.Ordinal);
        // as another caller would: the same words twice are refused
        call = [.. call.Select(word => word.Replace("=hello", "=hello again", StringComparison.Ordinal))];
        Assert.Contains(answer, await Inspect([await servers.Listen(server), "--transport", "http", .. call]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_inspector_reads_the_news_over_both_transports()
    {
        string[] read = ["--method", "resources/read", "--uri", "news://trending"];
        Assert.Contains("news_trends", await Inspect(["dotnet", Program, "mcp-server-news", "--stdio", .. read]), StringComparison.Ordinal);
        Assert.Contains("news_trends", await Inspect([await servers.Listen("mcp-server-news"), "--transport", "http", .. read]), StringComparison.Ordinal);
    }

    private Task<string> Inspect(string[] arguments) => Node(NodeTools.Inspector, ["--cli", .. arguments]);

    private Task<string> Node(string script, params string[] arguments) => NodeTools.Run(script, arguments, servers.Environment([]));
}
