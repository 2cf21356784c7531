using System.Diagnostics;
using System.Globalization;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>A host with a stranger in place of the image server, who is waited for no longer than two seconds.</summary>
public class StrangeStage(ChimeraFixture chimera) : ToolStage(chimera)
{
    protected virtual string Habit => "";

    protected override string McpServers => $$$"""
        [{"name":"mcp-server-ideogram","command":"node","args":["{{{Path.Combine(AppContext.BaseDirectory, "Mcp", "misbehaving-server.mjs")}}}","{{{Habit}}}"],"limits":{"timeout_seconds":2}}]
        """;

    /// <summary>An image, in one attempt.</summary>
    internal async Task<Answer> Image(string prompt)
    {
        var body = Given.TaskBody(await Agent($"Mara {Guid.NewGuid():N}"), ("type", "generate_image"), ("input_data", new { prompt }), ("max_retries", 0));
        var id = (await Call("POST", "tasks", body)).Expect(201).Id("task_id");
        return await Eventually.Is(() => Call("GET", $"tasks/{id}"), seen => seen["stage"].GetString() is "completed" or "failed", "the task to end");
    }

    internal async Task<int> ProcessOf(Answer task) => int.Parse(
        (await Call("GET", $"results/{task.Id("result_id")}"))["output_data"].GetProperty("image_url").GetString()!.Split('/')[^1], CultureInfo.InvariantCulture);
}

/// <summary>The stranger does not say what tools it has.</summary>
public sealed class UnlistedStage(ChimeraFixture chimera) : StrangeStage(chimera)
{
    protected override string Habit => "unlisted";
}

public sealed class UnlistedToolsTests(UnlistedStage stage) : IClassFixture<UnlistedStage>
{
    [Fact]
    public async Task a_server_that_does_not_list_its_tools_is_not_waited_for_for_ever()
    {
        var task = await stage.Image("a walk");
        Assert.Equal(("failed", "WORKER_ERROR"), (task["stage"].GetString(), task["error_details"].GetProperty("error_type").GetString()));
        Assert.Contains("did not answer within 2 s", task["error_details"].GetProperty("error_message").GetString(), StringComparison.Ordinal);
        Assert.Equal("tool_call_requested tool_call_failed", await stage.Story(task.Id("task_id")));
    }
}

public sealed class MisbehavingServerTests(StrangeStage stage) : IClassFixture<StrangeStage>
{
    [Theory]
    [InlineData("silence", "did not answer within 2 s")]
    [InlineData("death", "mcp-server-ideogram")]
    [InlineData("malformed", "did not answer within 2 s")]
    [InlineData("misfit", "breaks the tool's own schema")]
    [InlineData("huge", "answer")] // has more characters than are read, or comes too late
    public async Task an_answer_that_is_none_fails_the_attempt_is_told_as_unknown_and_harms_nobody_after_it(string prompt, string why)
    {
        var task = await stage.Image(prompt);

        Assert.Equal(("failed", "WORKER_ERROR"), (task["stage"].GetString(), task["error_details"].GetProperty("error_type").GetString()));
        Assert.Contains(why, task["error_details"].GetProperty("error_message").GetString());
        Assert.Equal("tool_call_requested tool_call_outcome_unknown", await stage.Story(task.Id("task_id")));
        await Eventually.Is(() => stage.Image("a walk"), next => next["stage"].GetString() == "completed", "the server to be of use again"); // fifty megabytes take a while to be thrown away
    }

    [Fact]
    public async Task arguments_that_the_tool_does_not_take_are_not_sent()
    {
        var task = await stage.Image(new string('a', 101));
        Assert.Equal("INVALID_ARGUMENTS", task["error_details"].GetProperty("error_type").GetString());
        Assert.Equal("tool_call_requested tool_call_failed", await stage.Story(task.Id("task_id")));
    }
}

public sealed class ChangingServerTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_tool_that_is_gone_from_the_list_is_called_no_more_and_no_process_outlives_the_host()
    {
        var stage = new StrangeStage(chimera);
        await stage.InitializeAsync();
        int server;
        await using (stage)
        {
            server = await stage.ProcessOf(await stage.Image("vanish"));
            Assert.Equal("PLATFORM_NOT_CONFIGURED", (await stage.Image("a walk"))["error_details"].GetProperty("error_type").GetString());
        }
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(server));
    }
}
