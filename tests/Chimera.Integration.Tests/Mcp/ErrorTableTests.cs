namespace Chimera.Integration.Tests.Mcp;

/// <summary>Each row of the error table (specification 2.3), from a real tool server to what becomes of the task.</summary>
public sealed class ErrorTableTests(ToolStage stage) : IClassFixture<ToolStage>
{
    [Fact]
    public async Task rate_limit_exceeded_is_tried_again_in_place()
    {
        await stage.Turn(ToolStage.Ideogram, "generate_image", "RATE_LIMIT_EXCEEDED", times: 2);
        var id = await stage.AddImage();
        var task = await stage.Until(id, "completed");
        Assert.Equal(0, task["retry_count"].GetInt32());
        Assert.Equal("tool_call_requested tool_call_failed; tool_call_requested tool_call_failed; tool_call_requested tool_call_succeeded", await stage.Story(id));
    }

    [Fact]
    public async Task an_invalid_prompt_goes_back_to_the_planner()
    {
        await stage.Turn(ToolStage.Ideogram, "generate_image", "INVALID_PROMPT", times: 1);
        var task = await stage.Until(await stage.AddImage(), "failed"); // the tests' planner has no other approach
        Assert.Equal("INVALID_PROMPT", task["error_details"].GetProperty("error_type").GetString());
    }

    [Fact]
    public async Task what_is_not_safe_for_work_is_rejected_and_given_to_a_human()
    {
        await stage.Turn(ToolStage.Ideogram, "generate_image", "NSFW_DETECTED", times: 1);
        var task = await stage.Until(await stage.AddImage(), "escalated");
        Assert.Equal("NSFW_DETECTED", (await stage.Call("GET", $"hitl/{task.Id("hitl_id")}")).Expect(200)["escalation_reason"].GetString());
    }

    [Fact]
    public async Task a_platform_that_does_not_know_the_agent_pauses_it_and_alerts_the_operator()
    {
        await stage.Turn(ToolStage.Twitter, "post_tweet", "AUTH_FAILED", times: 1);
        var agent = await stage.Agent("Locked out");
        var task = await stage.AddPost(agent);
        var paused = await Eventually.Is(() => stage.Call("GET", $"agents/{agent}"), seen => seen["status"].GetString() == "paused", "the agent to be paused");
        Assert.NotEmpty(paused.Text);
        Assert.Equal("AUTH_FAILED", await stage.Ask<string>($"select data ->> 'reason' from chimera_events.mt_events where stream_id = '{agent}' and type = 'agent_paused'"));

        var alerts = await Eventually.Is(() => stage.Call("GET", "alerts?status=open"), page => page["items"].GetArrayLength() == 1, "the operator to be alerted");
        var alert = alerts["items"][0];
        Assert.Equal(("AUTH_FAILED", agent, task, "open"), (alert.GetProperty("code").GetString(), alert.GetProperty("agent_id").GetGuid(), alert.GetProperty("task_id").GetGuid(), alert.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task what_was_said_before_is_skipped()
    {
        await stage.Turn(ToolStage.Twitter, "post_tweet", "DUPLICATE_CONTENT", times: 1);
        await stage.Until(await stage.AddPost(), "skipped");
    }

    [Fact]
    public async Task a_rate_limit_is_waited_out_as_long_as_the_platform_wants()
    {
        await stage.Turn(ToolStage.Twitter, "post_tweet", "RATE_LIMIT", times: 1, retryAfterSeconds: 4);
        var id = await stage.AddPost();
        await stage.Until(id, "completed");
        Assert.InRange(await stage.Ask<double>($"""
            select extract(epoch from max(timestamp) - min(timestamp))::float8 from chimera_events.mt_events
            where type = 'effect_requested' and stream_id = (select result_id from chimera.results where task_id = '{id}')
            """), 4, 30);
    }

    [Fact]
    public async Task a_code_that_nobody_knows_fails_the_task_and_is_not_tried_again()
    {
        await stage.Turn(ToolStage.Twitter, "post_tweet", "TEAPOT", times: 1);
        var task = await stage.Until(await stage.AddPost(), "failed");
        Assert.Equal(("TEAPOT", 0), (task["error_details"].GetProperty("error_type").GetString(), task["retry_count"].GetInt32()));
    }
}
