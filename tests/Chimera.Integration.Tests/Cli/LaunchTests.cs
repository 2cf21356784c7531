using Chimera.Api.Cli;

namespace Chimera.Integration.Tests.Cli;

public sealed class LaunchTests : IDisposable
{
    private const string Id = "11111111-2222-4333-8444-555555555555", Campaign = $$"""{ "campaign_id": "{{Id}}", "status": "active" }""";

    private readonly BriefFolder brief = new();

    public void Dispose() => brief.Dispose();

    [Fact]
    public async Task unknown_agents_are_created_and_known_ones_brought_up_to_date()
    {
        brief.Save();
        await using var host = await ScriptedHost.Start();
        host.On($"GET agents/{BriefAgent.IdOf("Bob")}", "{}").On($"PATCH agents/{BriefAgent.IdOf("Bob")}", "{}").On("POST agents", "{}", 201).On("POST campaigns", Campaign, 201);

        var launch = await host.Run("campaign", "launch", brief.File, "--dry-run");

        Assert.Equal((ExitCode.Ok, Id), (launch.ExitCode, launch.Output.Trim()));
        var (created, revised, launched) = (Body(host, "POST agents"), Body(host, $"PATCH agents/{BriefAgent.IdOf("Bob")}"), Body(host, "POST campaigns"));
        Assert.Equal(BriefAgent.IdOf("Ada"), created.GetProperty("agent_id").GetGuid());
        Assert.Contains("# Ada", created.GetProperty("persona").GetProperty("soul_md").GetString(), StringComparison.Ordinal);
        Assert.Equal("active", revised.GetProperty("status").GetString());
        Assert.True(launched.GetProperty("dry_run").GetBoolean());
        Assert.Equal([BriefAgent.IdOf("Ada"), BriefAgent.IdOf("Bob")], launched.GetProperty("agent_ids").EnumerateArray().Select(id => id.GetGuid()));
    }

    [Fact]
    public async Task two_launches_are_two_wishes()
    {
        brief.Save();
        await using var host = await ScriptedHost.Start();
        host.On("POST agents", "{}", 201).On("POST campaigns", Campaign, 201);

        await host.Run("campaign", "launch", brief.File);
        await host.Run("campaign", "launch", brief.File);

        var keys = host.Requests.Where(request => request.Call == "POST campaigns").Select(request => request.Key).ToArray();
        Assert.Equal(2, keys.Length);
        Assert.Distinct(keys);
        Assert.All(keys, Assert.NotNull);
    }

    [Fact]
    public async Task an_invalid_brief_sends_nothing()
    {
        brief.With("/goals/0/posts", "0").Save();
        await using var host = await ScriptedHost.Start();

        var refusal = await host.Run("campaign", "launch", brief.File);

        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.Contains("/goals/0/posts", refusal.Errors, StringComparison.Ordinal);
        Assert.Empty(host.Requests);
    }

    [Theory]
    [InlineData("completed", 0, ExitCode.Ok)]
    [InlineData("completed", 1, ExitCode.EndedBadly)]
    [InlineData("cancelled", 0, ExitCode.EndedBadly)]
    public async Task a_watched_campaign_tells_how_it_ended(string status, int failed, int expected)
    {
        brief.Save();
        await using var host = await ScriptedHost.Start();
        host.On("POST agents", "{}", 201).On("POST campaigns", Campaign, 201).On($"GET campaigns/{Id}/progress",
            $$"""{ "campaign_id": "{{Id}}", "status": "{{status}}", "tasks": 2, "pending": 0, "in_progress": 0, "completed": 2, "failed": {{failed}}, "escalated": 0, "hitl_items": 0, "hitl_open": 0, "posts": 1, "events": 9 }""");

        var watched = await host.Run("campaign", "launch", brief.File, "--watch", "--json");

        Assert.Equal(expected, watched.ExitCode);
        Assert.Equal(status, watched.Json.GetProperty("status").GetString());
    }

    private static System.Text.Json.JsonElement Body(ScriptedHost host, string call) => Assert.Single(host.Requests, request => request.Call == call).Body;
}
