using System.Net;
using System.Net.Http.Headers;
using System.Text;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests;

public sealed class ProcessTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    private const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";

    private const string Hello =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"a","version":"1"}}}""";

    [Fact]
    public async Task a_server_ends_with_its_client()
    {
        var process = servers.Start(["mcp-server-twitter", "--stdio"]);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync(Stop)));
    }

    [Theory]
    [InlineData("There is no server 'mcp-server-myspace'", "mcp-server-myspace", "--stdio")]
    [InlineData("Which server?")]
    [InlineData("Say --stdio or --http", "mcp-server-news")]
    [InlineData("is not understood", "mcp-server-news", "--carrier-pigeon")]
    [InlineData("it must be 0 to 65535", "mcp-server-news", "--http", "--port", "70000")]
    public async Task a_wrong_start_is_explained(string words, params string[] arguments)
    {
        var process = servers.Start(arguments);
        Assert.Contains(words, await process.StandardError.ReadToEndAsync(Stop), StringComparison.Ordinal);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(2, process.ExitCode);
    }

    [Theory]
    [InlineData("set DATABASE_URL", "DATABASE_URL", "")]
    [InlineData("it must be sandbox or real", "CHIMERA_MCP_BACKEND", "imaginary")]
    [InlineData("it must be an IP address", "CHIMERA_MCP_ADDRESS", "here")]
    [InlineData("it must be a log level", "CHIMERA_LOG", "Loud")]
    public async Task a_wrong_setting_is_explained(string words, string name, string value)
    {
        var process = servers.Start(["mcp-server-news", "--stdio"], (name, value));
        Assert.Contains(words, await process.StandardError.ReadToEndAsync(Stop), StringComparison.Ordinal);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(2, process.ExitCode);
    }

    [Fact]
    public async Task a_server_whose_answer_is_lost_ends_with_its_client_too()
    {
        var client = await servers.Stdio("mcp-server-twitter");
        Delivered(await Call(client, "find_post", new { idempotency_key = "x" }));
        await servers.Turn("mcp-server-twitter", "find_post", "lost_share", "1");
        var process = servers.Start(["mcp-server-twitter", "--stdio"]);
        await process.StandardInput.WriteLineAsync(Hello.AsMemory(), Stop);
        await process.StandardOutput.ReadLineAsync(Stop);
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"find_post","arguments":{"idempotency_key":"x"}}}""".AsMemory(), Stop);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task a_port_that_is_taken_is_told()
    {
        var port = new Uri(await servers.Listen("mcp-server-news")).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var process = servers.Start(["mcp-server-news", "--http", "--port", port]);
        Assert.Contains($"Port {port} is taken", await process.StandardError.ReadToEndAsync(Stop), StringComparison.Ordinal);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(2, process.ExitCode);
    }

    [Fact]
    public async Task an_open_address_without_a_token_is_refused()
    {
        var process = servers.Start(["mcp-server-news", "--http"], ("CHIMERA_MCP_ADDRESS", "0.0.0.0"));
        Assert.Contains("set CHIMERA_MCP_TOKEN", await process.StandardError.ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task only_those_with_the_token_and_from_here_come_in()
    {
        var url = await servers.Listen("mcp-server-news", ("CHIMERA_MCP_TOKEN", "open sesame"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Answer(url));
        Assert.Equal(HttpStatusCode.Unauthorized, await Answer(url, request => request.Headers.Authorization = new("Bearer", "open barley")));
        Assert.Equal(HttpStatusCode.Forbidden, await Answer(url, request => request.Headers.Host = "rebound.test"));
        Assert.Equal(HttpStatusCode.Forbidden, await Answer(url, request => request.Headers.Add("Origin", "http://evil.test")));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await Answer(url, request => request.Headers.Authorization = new("Bearer", "open sesame")));
    }

    private static async Task<HttpStatusCode> Answer(string url, Action<HttpRequestMessage>? change = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(Ping, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        change?.Invoke(request);
        using var answer = await http.SendAsync(request, Stop);
        Assert.True(answer.StatusCode != HttpStatusCode.Unauthorized || answer.Headers.WwwAuthenticate.Single().Scheme == "Bearer");
        return answer.StatusCode;
    }
}
