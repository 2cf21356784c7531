using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>A tool server whose answers are waited for no longer than a second.</summary>
public sealed class HastyStage(ChimeraFixture chimera) : ToolStage(chimera)
{
    protected override string McpServers => """[{"name":"mcp-server-twitter","limits":{"timeout_seconds":1}}]""";
}

public sealed class LostAnswerTests(HastyStage stage) : IClassFixture<HastyStage>
{
    private const int Posts = 1000;

    [Fact]
    public async Task of_a_thousand_posts_whose_answers_get_lost_each_is_out_exactly_once()
    {
        await stage.Run("insert into chimera_sandbox.knobs (server, tool, lost_share) values ('mcp-server-twitter', 'post_tweet', 0.2)");
        var agent = await stage.Agent("Mara");

        await Parallel.ForAsync(0, Posts, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) => await stage.AddPost(agent));
        await Eventually.Is(CompletedWithHelp, completed => completed == Posts, "all posts to be out", TimeSpan.FromMinutes(3));

        Assert.Equal((Posts, Posts), (await Ask("count(*) from chimera_sandbox.posts"), await Ask("count(distinct text) from chimera_sandbox.posts")));
        Assert.InRange(await Ask("count(*) from chimera_events.mt_events where type = 'effect_succeeded' and (data ->> 'reconciled')::bool"), Posts / 10, Posts * 3 / 10);
    }

    /// <summary>A human has those looked up again whose look-up came too late as well.</summary>
    private async Task<long> CompletedWithHelp()
    {
        foreach (var item in (await stage.Call("GET", "hitl?status=pending&limit=100")).Expect(200)["items"].EnumerateArray())
            await stage.Call("POST", $"hitl/{item.GetProperty("hitl_id").GetGuid()}/decide", new { decision = "approve", reviewer = "eve" });
        return await Ask("count(*) from chimera.tasks where status = 'completed'");
    }

    private Task<long> Ask(string what) => stage.Ask<long>($"select {what}");
}
