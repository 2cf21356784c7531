using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>A host that may call the image server three times an hour.</summary>
public sealed class ThriftyStage(ChimeraFixture chimera) : ToolStage(chimera)
{
    public const int PerHour = 3;

    protected override string McpServers => $$$"""[{"name":"{{{Ideogram}}}","limits":{"per_hour":{{{PerHour}}} }}]""";
}

/// <summary>The hour's limit of a server is asked before a call (S3.3-4).</summary>
public sealed class RateLimitTests(ThriftyStage stage) : IClassFixture<ThriftyStage>
{
    [Fact]
    public async Task what_is_beyond_a_servers_hour_is_not_sent_and_waits_for_the_next()
    {
        for (var i = 0; i < ThriftyStage.PerHour; i++) await stage.Until(await stage.AddImage(), "completed");

        var late = await stage.AddImage();
        var held = await Eventually.Is(() => stage.Call("GET", $"tasks/{late}"), seen => seen["retry_count"].GetInt32() > 0, "the task to be put off");

        Assert.Equal(("pending", "RATE_LIMIT"), (held["stage"].GetString(), held["error_details"].GetProperty("error_type").GetString()));
        Assert.Equal("tool_call_requested tool_call_failed", await stage.Story(late));
        Assert.Equal(ThriftyStage.PerHour, await stage.Calls("generate_image"));
        Assert.InRange(await stage.Ask<double>($"select extract(epoch from (data ->> 'retry_at')::timestamptz - timestamp)::float8 from chimera_events.mt_events where stream_id = '{late}' and type = 'task_retry_scheduled'"), 3500, 3700);
    }
}
