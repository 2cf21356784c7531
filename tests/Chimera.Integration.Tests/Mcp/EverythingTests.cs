using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Handlers.Working;
using Chimera.Integrations.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>A host with a stranger among its tool servers: the protocol's reference server, which is waited for no longer than two seconds.</summary>
public class EverythingStage(ChimeraFixture chimera) : ToolStage(chimera)
{
    protected override string McpServers => $$$"""[{"name":"everything","command":"node","args":["{{{NodeTools.Everything}}}","stdio"],"limits":{"timeout_seconds":2}}]""";

    internal async Task<McpConnection> Connection()
    {
        await NodeTools.Install();
        return Part<Chimera.Integrations.Mcp.McpServers>().Find("everything")!;
    }

    internal async Task<JsonElement> Tool(string name, JsonObject arguments, Guid? task = null, CancellationToken? cancellation = null)
    {
        await NodeTools.Install();
        var caller = new ToolCaller(Guid.NewGuid(), task, null, null, []);
        return (await Part<Toolbox>().Call(new("everything", name, arguments, caller, null), cancellation ?? TestContext.Current.CancellationToken)).Output;
    }
}

/// <summary>The same, where a policy names one of its tools.</summary>
public sealed class PermittedStage(ChimeraFixture chimera) : EverythingStage(chimera)
{
    protected override Action<WebApplicationBuilder> Configure => builder => builder.Services.AddSingleton(new ToolPolicy(new HashSet<string> { "toggle-simulated-logging" }));
}

public sealed class EverythingTests(EverythingStage stage) : IClassFixture<EverythingStage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task its_tools_are_listed_and_called_by_their_schemas()
    {
        var session = await (await stage.Connection()).Open(Stop);
        Assert.True((await session.Find("get-sum", Stop))!.IsReadOnly);
        Assert.Null(await session.Find("get-rich", Stop));

        var task = Guid.NewGuid();
        var weather = await stage.Tool("get-structured-content", new() { ["location"] = "Chicago" }, task);
        Assert.Equal(JsonValueKind.Number, weather.GetProperty("temperature").ValueKind);
        Assert.Contains("5", (await stage.Tool("get-sum", new() { ["a"] = 2, ["b"] = 3 })).GetString());
        Assert.Equal("tool_call_requested tool_call_succeeded", await stage.Story(task));
    }

    [Fact]
    public async Task arguments_that_its_schema_does_not_take_are_not_sent()
    {
        var task = Guid.NewGuid();
        var refused = await Assert.ThrowsAsync<ToolException>(() => stage.Tool("get-structured-content", new() { ["location"] = "Atlantis" }, task));
        Assert.Equal("INVALID_ARGUMENTS", refused.ErrorType);
        Assert.Equal("tool_call_requested tool_call_failed", await stage.Story(task));
    }

    [Fact]
    public async Task an_operation_that_takes_too_long_is_given_up_and_harms_nobody_after_it()
    {
        var task = Guid.NewGuid();
        var lost = await Assert.ThrowsAsync<AnswerLostException>(() => stage.Tool("trigger-long-running-operation", new() { ["duration"] = 60, ["steps"] = 60 }, task));
        Assert.Contains("did not answer within 2 s", lost.Message, StringComparison.Ordinal);
        Assert.Equal("tool_call_requested tool_call_outcome_unknown", await stage.Story(task));
        Assert.Contains("still there", (await stage.Tool("echo", new() { ["message"] = "still there" })).GetString());
    }

    [Fact]
    public async Task a_call_that_is_cancelled_is_told_as_unknown_and_harms_nobody_after_it()
    {
        var task = Guid.NewGuid();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var call = stage.Tool("trigger-long-running-operation", new() { ["duration"] = 60, ["steps"] = 60 }, task, cancelled.Token);
        await Eventually.Is(() => stage.Story(task), story => story == "tool_call_requested", "the call to be asked for");
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("tool_call_requested tool_call_outcome_unknown", await stage.Story(task));
        Assert.Contains("still there", (await stage.Tool("echo", new() { ["message"] = "still there" })).GetString());
    }

    [Fact]
    public async Task its_resources_are_read() =>
        Assert.Contains("Resource 1: This is a plaintext resource", await (await stage.Connection()).ReadText("demo://resource/dynamic/text/1", Stop), StringComparison.Ordinal);

    [Fact]
    public async Task a_tool_that_may_change_something_is_refused_until_a_policy_names_it()
    {
        var task = Guid.NewGuid();
        var refused = await Assert.ThrowsAsync<ToolException>(() => stage.Tool("toggle-simulated-logging", [], task));
        Assert.Equal("POLICY_DENIED", refused.ErrorType);
        Assert.Equal("tool_call_requested tool_call_failed", await stage.Story(task));
    }
}

public sealed class PermittedToolTests(PermittedStage stage) : IClassFixture<PermittedStage>
{
    [Fact]
    public async Task a_tool_that_a_policy_names_is_called() => Assert.Contains("logging", (await stage.Tool("toggle-simulated-logging", [])).GetString());
}
