using Chimera.Api.Cli;

namespace Chimera.Integration.Tests.Cli;

public sealed class VerbTests
{
    private const string One = "11111111-2222-4333-8444-555555555555", Two = "11117777-2222-4333-8444-555555555555";
    private const string Item = $$$"""
        { "hitl_id": "{{{One}}}", "status": "pending", "context_data":
          { "output_data": { "text_content": "Guaranteed!", "hashtags": ["#a"], "safety_check": { "passed": false, "flags": ["claim"] } } } }
        """;

    [Fact]
    public async Task a_list_follows_its_pages_up_to_the_limit()
    {
        await using var host = await ScriptedHost.Start();
        host.On("GET tasks?limit=3&status=failed", $$"""{ "items": [{ "task_id": "{{One}}" }, { "task_id": "{{Two}}" }], "next": "c" }""")
            .On("GET tasks?limit=1&after=c&status=failed", $$"""{ "items": [{ "task_id": "{{Id(3)}}" }], "next": "d" }""");

        var list = await host.Run("task", "list", "--status", "failed", "--limit", "3", "--json");

        Assert.Equal([One, Two, Id(3)], list.Json.GetProperty("items").EnumerateArray().Select(task => task.GetProperty("task_id").GetString()));
    }

    [Fact]
    public async Task a_table_shows_whole_ids_and_no_json()
    {
        await using var host = await ScriptedHost.Start();
        host.On("GET agents?limit=50", $$"""{ "items": [{ "agent_id": "{{One}}", "name": "Ada [red]", "status": "active", "social_handles": { "twitter": "ada" } }], "next": null }""");

        var list = await host.Run("agent", "list");

        Assert.Contains($"{One}  Ada [red]", System.Text.RegularExpressions.Regex.Replace(list.Output, "[ │|]{2,}", "  "), StringComparison.Ordinal);
        Assert.DoesNotContain("{", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_beginning_of_an_id_is_enough_when_only_one_begins_so()
    {
        await using var host = await ScriptedHost.Start();
        host.On("GET campaigns?limit=200", $$"""{ "items": [{ "campaign_id": "{{One}}" }, { "campaign_id": "{{Two}}" }], "next": null }""")
            .On($"GET campaigns/{Two}", $$"""{ "campaign_id": "{{Two}}" }""");

        Assert.Equal(Two, (await host.Run("campaign", "show", "11117", "--json")).Json.GetProperty("campaign_id").GetString());
        Assert.Equal(ExitCode.Usage, (await host.Run("campaign", "show", "1111")).ExitCode);
    }

    [Fact]
    public async Task a_modification_keeps_the_shape_of_the_output()
    {
        await using var host = await ScriptedHost.Start();
        host.On($"GET hitl/{One}", Item).On($"POST hitl/{One}/decide", $$"""{ "hitl_id": "{{One}}", "status": "resolved" }""");

        var answer = await host.Run("hitl", "modify", One, "--text", "@all: open today.", "--reviewer", "ada");

        Assert.Equal((ExitCode.Ok, $"item {One}: resolved"), (answer.ExitCode, answer.Output.Trim()));
        var body = host.Requests[^1].Body;
        Assert.Equal(("modify", "ada"), (body.GetProperty("decision").GetString(), body.GetProperty("reviewer").GetString()));
        Assert.Equal("""{"text_content":"@all: open today.","hashtags":["#a"],"safety_check":{"passed":true,"flags":[]}}""", body.GetProperty("modified_output").GetRawText());
    }

    [Fact]
    public async Task a_refusal_shows_the_hosts_problem()
    {
        await using var host = await ScriptedHost.Start();
        host.On($"POST campaigns/{One}/resume",
            """{ "title": "Unprocessable Entity", "status": 422, "detail": "The campaign is Cancelled; that is final.", "code": "campaign.over", "pointer": "/status" }""", 422);

        var refusal = await host.Run("campaign", "resume", One, "--json");

        Assert.Equal(ExitCode.Refused, refusal.ExitCode);
        Assert.Equal("campaign.over", refusal.Json.GetProperty("code").GetString());
        foreach (var part in new[] { "Unprocessable Entity", "that is final", "code: campaign.over", "pointer: /status" })
            Assert.Contains(part, refusal.Errors, StringComparison.Ordinal);
    }

    private static string Id(int number) => $"00000000-0000-4000-8000-{number:D12}";
}
