using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>Bad input over MCP is refused by the rules of the REST API, with their codes and a pointer to the argument.</summary>
public sealed class McpInputTests(McpStage stage) : IClassFixture<McpStage>
{
    private static readonly string Unknown = $$"""{"campaign_id":"{{Guid.NewGuid()}}"}""";

    public static TheoryData<string, string, string, string?> Calls => new()
    {
        { "launch_campaign", "{}", "request.field", "/campaign_id" },
        { "launch_campaign", """{"campaign_id":7}""", "request.field", "/campaign_id" },
        { "launch_campaign", """{"campaign_id":"spring"}""", "request.field", "/campaign_id" },
        { "launch_campaign", """{"campaign_id":null}""", "request.field", "/campaign_id" },
        { "launch_campaign", """{"campaign_id":"0190a000-0000-7000-8000-000000000000","at_once":true}""", "request.field", "/at_once" },
        { "launch_campaign", Unknown, "campaign.unknown", null },
        { "get_campaign", Unknown, "campaign.unknown", null },
        { "get_campaign_progress", Unknown, "campaign.unknown", null },
        { "get_agent", """{"agent_id":"0190a000-0000-7000-8000-000000000000"}""", "agent.unknown", null },
        { "get_task", """{"task_id":"0190a000-0000-7000-8000-000000000000"}""", "task.unknown", null },
        { "get_result", """{"result_id":"0190a000-0000-7000-8000-000000000000"}""", "result.unknown", null },
        { "get_hitl_item", """{"hitl_id":"0190a000-0000-7000-8000-000000000000"}""", "hitl.unknown", null },
        { "list_agents", """{"status":"asleep"}""", "request.field", "/status" },
        { "list_tasks", """{"limit":0}""", "page.limit", null },
        { "list_tasks", """{"limit":201}""", "page.limit", null },
        { "list_campaigns", """{"after":"nowhere"}""", "page.cursor", null },
        { "get_history", """{"id":"0190a000-0000-7000-8000-000000000000","first":1001}""", "page.limit", null },
        { "decide_hitl_item", """{"hitl_id":"0190a000-0000-7000-8000-000000000000","decision":"approve","reviewer":"eve"}""", "hitl.unknown", null }
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task a_call_that_makes_no_sense_is_refused(string tool, string arguments, string code, string? pointer) =>
        Assert.Equal((code, pointer), await stage.Refusal(tool, arguments));

    [Theory]
    [InlineData("name", "\"\"", "campaign.name", "/name")]
    [InlineData("name", "\"a\\u0000b\"", "request.field", "/name")]
    [InlineData("budget_usd", "1e400", "request.field", "/budget_usd")]
    [InlineData("budget_usd", "0", "campaign.budget", "/budget_usd")]
    [InlineData("goals", "[]", "campaign.goals", "/goals")]
    [InlineData("goals", """[{"objective":"a","topics":["b"],"platforms":["myspace"],"posts":1}]""", "request.field", "/goals/0/platforms/0")]
    [InlineData("goals", """[{"objective":"a","topics":["b"],"platforms":["twitter"],"posts":0}]""", "campaign.goal-posts", "/goals/0/posts")]
    [InlineData("status", "\"completed\"", "campaign.status", "/status")]
    [InlineData("campaign_id", "\"00000000-0000-0000-0000-000000000000\"", "request.field", "/campaign_id")]
    public async Task a_campaign_that_breaks_a_rule_is_not_created(string field, string value, string code, string pointer)
    {
        var before = await stage.Ask<long>("select count(*) from chimera_events.mt_events where type = 'campaign_created'");
        var fields = Given.CampaignBody(Guid.NewGuid()).Where(one => one.Key != field).Select(one => $"\"{one.Key}\":{JsonSerializer.Serialize(one.Value)}");
        Assert.Equal((code, pointer), await stage.Refusal("create_campaign", $"{{{string.Join(',', fields)},\"{field}\":{value}}}"));
        Assert.Equal(before, await stage.Ask<long>("select count(*) from chimera_events.mt_events where type = 'campaign_created'"));
    }

    [Fact]
    public async Task a_wrong_decision_changes_nothing()
    {
        var id = await stage.Doubt();
        Assert.Equal(("request.field", "/decision"), await stage.Refusal("decide_hitl_item", new { hitl_id = id, decision = "maybe", reviewer = "eve" }));
        Assert.Equal(("hitl.reviewer", "/reviewer"), await stage.Refusal("decide_hitl_item", new { hitl_id = id, decision = "approve", reviewer = " " }));
        Assert.Equal(("hitl.modified-output", "/modified_output"), await stage.Refusal("decide_hitl_item", new { hitl_id = id, decision = "modify", reviewer = "eve" }));
        Assert.Equal(("result.output", "/modified_output/mood"),
            await stage.Refusal("decide_hitl_item", new { hitl_id = id, decision = "modify", reviewer = "eve", modified_output = new { text_content = "x", mood = 1 } }));
        Assert.Equal("pending", (await stage.Ask("get_hitl_item", new { hitl_id = id })).GetProperty("status").GetString());
    }

    /// <summary>No client of ours sends such a thing, so it is written by hand.</summary>
    [Fact]
    public async Task half_a_surrogate_pair_does_not_get_past_the_protocol()
    {
        using var http = new HttpClient();
        var answer = await Post(http, """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"a","version":"1"}}}""");
        http.DefaultRequestHeaders.Add("Mcp-Session-Id", answer.Headers.GetValues("Mcp-Session-Id"));
        answer = await Post(http, """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_agents","arguments":{"after":"a\ud800b"}}}""");
        Assert.Contains("\"error\":{\"code\":-32603", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Post(HttpClient http, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, stage.Endpoint) { Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task a_key_that_is_none_is_refused() =>
        Assert.Equal(("idempotency.key", null), await stage.Refusal("launch_campaign", Unknown, key: "two words"));
}
