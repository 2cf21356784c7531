using System.Text.Json;
using Chimera.McpServers.Tests.Real;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>A host whose twitter server has X behind it, and whose instagram server should have Instagram and is told nothing of it.</summary>
public sealed class RealStage(ChimeraFixture chimera) : ToolStage(chimera), IDisposable
{
    internal PlatformStub X { get; } = new();

    protected override string McpServers => JsonSerializer.Serialize(new object[]
    {
        new { name = "mcp-server-twitter", env = XStub.Settings(X, ("TWITTER_ACCOUNTS", """[{"handle":"marafield","refresh_token":"maras"}]""")).GroupBy(one => one.Item1).ToDictionary(one => one.Key, one => one.Last().Item2) },
        new { name = "mcp-server-instagram", env = new Dictionary<string, string> { ["CHIMERA_MCP_BACKEND"] = "real" } }
    });

    public void Dispose() => X.Dispose();
}

public sealed class RealPlatformTests(RealStage stage) : IClassFixture<RealStage>
{
    [Fact]
    public async Task an_approved_post_is_on_x_and_one_whose_answer_was_lost_is_found_there()
    {
        stage.X.Afresh().LetsIn(username: "marafield").Posts();
        var task = await stage.Until(await stage.AddPost(), "completed");
        Assert.Equal("https://x.com/marafield/status/1445880548472328192", await Output(task, "post_url"));

        stage.X.Afresh().LetsIn(username: "marafield").On(XStub.Tweets, 502, "<html>bad gateway</html>");
        stage.X.On(XStub.Timeline, _ => Task.FromResult(PlatformStub.Message(200, JsonSerializer.SerializeToUtf8Bytes(new
        {
            data = new[] { new { id = "1445880548472328777", text = JsonElement.Parse(stage.X.Asked(XStub.Tweets)[0].Body).GetProperty("text").GetString() } }
        }))));
        var found = await stage.Until(await stage.AddPost(), "completed");
        Assert.Equal("https://x.com/marafield/status/1445880548472328777", await Output(found, "post_url"));
        Assert.Single(stage.X.Asked(XStub.Tweets));
        Assert.Contains("tool_call_requested tool_call_outcome_unknown", await stage.Story(found.Id("task_id")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_server_that_lacks_its_settings_is_no_platform_and_is_not_waited_for()
    {
        var task = await stage.Until(await stage.Add("post_content", new { platform = "instagram", content = new { text = "Walk", media_urls = new[] { "https://cdn.test/a.jpg" }, media_types = new[] { "image" } } }), "failed");
        Assert.Equal("PLATFORM_NOT_CONFIGURED", task["error_details"].GetProperty("error_type").GetString());
        Assert.Contains("INSTAGRAM_ACCOUNTS", task["error_details"].GetProperty("error_message").GetString(), StringComparison.Ordinal);
    }

    private async Task<string?> Output(Rest.Answer task, string field) => (await stage.Call("GET", $"results/{task.Id("result_id")}"))["output_data"].GetProperty(field).GetString();
}
