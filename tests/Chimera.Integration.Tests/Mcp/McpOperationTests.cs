using System.Text.Json;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>The host's operations over MCP.</summary>
public sealed class McpOperationTests(McpStage stage) : IClassFixture<McpStage>
{
    [Theory]
    [InlineData(null)]
    [InlineData(McpStage.WithSessions)]
    public async Task a_campaign_is_launched_over_mcp_and_runs_to_its_end(string? protocol)
    {
        var draft = await stage.Ask("create_campaign", Given.CampaignBody(await stage.Agent($"Mara {Guid.NewGuid():N}")), protocol: protocol);
        var id = draft.GetProperty("campaign_id").GetGuid();
        Assert.Equal("draft", draft.GetProperty("status").GetString());

        Assert.Equal("active", (await stage.Ask("launch_campaign", new { campaign_id = id }, protocol: protocol)).GetProperty("status").GetString());
        var progress = await Eventually.Is(() => stage.Ask("get_campaign_progress", new { campaign_id = id }, protocol: protocol),
            seen => seen.GetProperty("status").GetString() == "completed", "the campaign to be completed");

        Assert.Equal((2, 1), (progress.GetProperty("completed").GetInt32(), progress.GetProperty("posts").GetInt32()));
        Assert.True(JsonElement.DeepEquals((await stage.Call("GET", $"campaigns/{id}")).Json, await stage.Ask("get_campaign", new { campaign_id = id }, protocol: protocol)));
        var tasks = (await stage.Ask("list_tasks", new { campaign_id = id, type = "post_content" })).GetProperty("items");
        var result = (await stage.Ask("list_results", new { task_id = tasks[0].GetProperty("task_id") })).GetProperty("items")[0];
        Assert.StartsWith("http", (await stage.Ask("get_result", new { result_id = result.GetProperty("result_id") })).GetProperty("output_data").GetProperty("post_url").GetString());
    }

    [Fact]
    public async Task what_is_done_over_mcp_is_in_the_history_in_the_name_of_whoever_asked()
    {
        var id = (await stage.Ask("create_campaign", Given.CampaignBody(await stage.Agent($"Mara {Guid.NewGuid():N}")))).GetProperty("campaign_id").GetGuid();
        var events = (await stage.Ask("get_history", new { id })).GetProperty("events");

        Assert.Equal(("campaign_created", "ada", "human", 1), (events[0].GetProperty("type").GetString(), events[0].GetProperty("user").GetString(),
            events[0].GetProperty("source").GetString(), events[0].GetProperty("version").GetInt32()));
        Assert.Equal("Spring walks", events[0].GetProperty("data").GetProperty("name").GetString());
        Assert.Equal(0, (await stage.Ask("get_history", new { id, after_version = 1 })).GetProperty("events").GetArrayLength());
        Assert.Equal(0, (await stage.Ask("get_history", new { id = Guid.NewGuid() })).GetProperty("events").GetArrayLength());
    }

    [Theory]
    [InlineData("approve", "completed")]
    [InlineData("reject", "failed")]
    public async Task a_person_decides_an_item_over_mcp_and_it_is_the_same_decision(string decision, string end)
    {
        var id = await stage.Doubt();
        Assert.Equal("pending", (await stage.Ask("get_hitl_item", new { hitl_id = id })).GetProperty("status").GetString());

        var decided = await stage.Ask("decide_hitl_item", new { hitl_id = id, decision, reviewer = "eve", feedback = "as it should be" });

        Assert.Equal(("resolved", decision, "eve"), (decided.GetProperty("status").GetString(), decided.GetProperty("decision").GetString(), decided.GetProperty("reviewer").GetString()));
        Assert.True(JsonElement.DeepEquals((await stage.Call("GET", $"hitl/{id}")).Json, decided));
        await stage.Until(decided.GetProperty("task_id").GetGuid(), end);
        Assert.Equal(("hitl.closed", null), await stage.Refusal("decide_hitl_item", new { hitl_id = id, decision = decision == "reject" ? "approve" : "reject", reviewer = "eve" }));
    }

    [Fact]
    public async Task a_person_edits_an_output_over_mcp_and_it_is_judged_again()
    {
        var output = new { text_content = "About certainty.", hashtags = new[] { "#sure" }, estimated_engagement_score = 0.4, safety_check = new { passed = true, flags = Array.Empty<string>() } };
        var item = await stage.Ask("decide_hitl_item", new { hitl_id = await stage.Doubt(), decision = "modify", reviewer = "eve", modified_output = output });

        var task = await stage.Until(item.GetProperty("task_id").GetGuid(), "completed");
        var result = await stage.Ask("get_result", new { result_id = task.Id("result_id") });
        Assert.Equal("About certainty.", result.GetProperty("output_data").GetProperty("text_content").GetString());
    }

    [Fact]
    public async Task a_repeat_under_its_key_gets_the_first_answer_and_creates_nothing()
    {
        var (body, key) = (Given.CampaignBody(await stage.Agent($"Mara {Guid.NewGuid():N}")), Guid.NewGuid().ToString());
        var first = await stage.Ask("create_campaign", body, key);
        Assert.True(JsonElement.DeepEquals(first, await stage.Ask("create_campaign", body, key)));
        Assert.Equal(("idempotency.key-reused", null), await stage.Refusal("create_campaign", Given.CampaignBody(Guid.NewGuid()), key));
        Assert.NotEqual(first.GetProperty("campaign_id").GetGuid(), (await stage.Ask("create_campaign", body)).GetProperty("campaign_id").GetGuid());
    }

    [Fact]
    public async Task lists_are_read_page_by_page()
    {
        for (var i = 0; i < 3; i++) await stage.Agent($"Mara {Guid.NewGuid():N}");
        await stage.CaughtUp();
        var page = await stage.Ask("list_agents", new { status = "active", limit = 2 });
        var next = await stage.Ask("list_agents", new { status = "active", limit = 2, after = page.GetProperty("next") });
        Assert.Equal(2, page.GetProperty("items").GetArrayLength());
        Assert.NotEqual(page.GetProperty("items")[0].GetProperty("agent_id").GetGuid(), next.GetProperty("items")[0].GetProperty("agent_id").GetGuid());
        var agent = page.GetProperty("items")[1];
        Assert.True(JsonElement.DeepEquals(agent, await stage.Ask("get_agent", new { agent_id = agent.GetProperty("agent_id") })));
    }
}
