using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Chimera.Integration.Tests.Mcp;

namespace Chimera.Integration.Tests.Hosting;

/// <summary>Who may use the host is the same for REST, GraphQL and MCP.</summary>
public sealed class AccessTests(McpStage stage) : IClassFixture<McpStage>
{
    private const string Hello =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"a","version":"1"}}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string?> Ways => new()
    {
        { "POST", "/mcp", Hello }, { "GET", "/api/v1/agents", null }, { "POST", "/graphql", """{"query":"{agents{nodes{id}}}"}""" }, { "GET", "/sandbox", null }
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task a_name_that_merely_resolves_to_here_and_a_page_from_elsewhere_are_refused(string method, string path, string? body)
    {
        Assert.Equal(HttpStatusCode.OK, await Status(method, path, body));
        Assert.Equal(HttpStatusCode.OK, await Status(method, path, body, request => request.Headers.Add("Origin", "http://localhost:5173")));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(method, path, body, request => request.Headers.Host = "rebound.test"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(method, path, body, request => request.Headers.Add("Origin", "http://evil.test")));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(method, path, body, request => request.Headers.Add("Origin", "null")));
    }

    [Fact]
    public async Task health_is_told_under_any_name() =>
        Assert.Equal(HttpStatusCode.OK, await Status("GET", "/healthz", null, request => request.Headers.Host = "10.1.2.3"));

    [Fact]
    public async Task a_refused_call_says_why_and_creates_nothing()
    {
        var answer = await stage.Call("POST", "agents", Rest.Given.AgentBody(), ("Origin", "http://evil.test"));
        answer.Refuses(403, "request.origin");
        Assert.Equal(0, await stage.Ask<long>("select count(*) from chimera_events.mt_events where type = 'agent_created'"));
    }

    private async Task<HttpStatusCode> Status(string method, string path, string? body, Action<HttpRequestMessage>? change = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new(method), stage.Url + path);
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        change?.Invoke(request);
        using var answer = await http.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
