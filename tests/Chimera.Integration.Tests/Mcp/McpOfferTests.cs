using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>What the host says it has.</summary>
public sealed class McpOfferTests(McpStage stage) : IClassFixture<McpStage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_host_offers_operations_by_the_names_of_its_rest_api()
    {
        var client = await stage.Client();
        var tools = await client.ListToolsAsync(cancellationToken: Stop);
        Assert.Equal("chimera", client.ServerInfo!.Name);
        Assert.Equal(
            ["create_campaign", "decide_hitl_item", "get_agent", "get_campaign", "get_campaign_progress", "get_history", "get_hitl_item", "get_result", "get_task",
                "launch_campaign", "list_agents", "list_campaigns", "list_hitl_items", "list_results", "list_tasks"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["create_campaign", "decide_hitl_item", "launch_campaign"],
            tools.Where(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint == false).Select(tool => tool.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task a_tool_says_whether_it_may_publish_and_whether_it_may_be_called_again()
    {
        var hints = (await (await stage.Client()).ListToolsAsync(cancellationToken: Stop)).Select(tool => (tool.Name, Hints: tool.ProtocolTool.Annotations!)).ToArray();
        string[] Names(Func<ToolAnnotations, bool?> hint) => [.. hints.Where(one => hint(one.Hints) == true).Select(one => one.Name).Order(StringComparer.Ordinal)];

        Assert.Equal(["create_campaign", "decide_hitl_item", "launch_campaign"], Names(hint => hint.DestructiveHint));
        Assert.Equal(Names(hint => hint.DestructiveHint), Names(hint => hint.OpenWorldHint));
        Assert.Equal(["create_campaign"], Names(hint => !hint.IdempotentHint));
    }

    [Theory]
    [InlineData("decide_hitl_item", "decision", "approve reject modify")]
    [InlineData("list_tasks", "type", "generate_post generate_image generate_video post_content reply_comment execute_transaction analyze_trend")]
    [InlineData("create_campaign", "goals/items/properties/platforms/items", "twitter instagram tiktok")]
    public async Task a_schema_lists_the_words_of_an_argument(string name, string argument, string words)
    {
        var tool = (await (await stage.Client()).ListToolsAsync(cancellationToken: Stop)).Single(one => one.Name == name);
        var schema = argument.Split('/').Aggregate(tool.JsonSchema.GetProperty("properties"), (at, step) => at.GetProperty(step));
        Assert.Equal(words.Split(' '), schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task a_tool_that_is_not_offered_cannot_be_called() =>
        await Assert.ThrowsAsync<ModelContextProtocol.McpProtocolException>(() => stage.Tool("archive_agent", new { }));
}
