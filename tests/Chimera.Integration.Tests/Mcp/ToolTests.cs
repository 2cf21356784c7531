using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Mcp;

public sealed class ToolTests(ToolStage stage) : IClassFixture<ToolStage>
{
    [Fact]
    public async Task an_image_is_drawn_by_the_tool_and_the_call_is_told_by_events()
    {
        var id = await stage.AddImage();
        var task = await stage.Until(id, "completed");
        var output = (await stage.Call("GET", $"results/{task.Id("result_id")}")).Expect(200)["output_data"];

        Assert.Equal((1280, 720, "png"), (output.GetProperty("image_metadata").GetProperty("width").GetInt32(), output.GetProperty("image_metadata").GetProperty("height").GetInt32(),
            output.GetProperty("image_metadata").GetProperty("format").GetString()));
        Assert.Equal("tool_call_requested tool_call_succeeded", await stage.Story(id));
        var image = await stage.Call("GET", output.GetProperty("image_url").GetString()!);
        Assert.Equal((200, "image/png"), (image.Status, image.Headers.ContentType.ToString()));
    }

    [Fact]
    public async Task a_portrait_of_an_image_is_filmed_by_the_tool_and_measured()
    {
        var image = (await stage.Call("GET", $"results/{(await stage.Until(await stage.AddImage(), "completed")).Id("result_id")}"))["output_data"].GetProperty("image_url").GetString();
        var id = await stage.Add("generate_video", new
        {
            video_type = "living_portrait", input = new { static_image_url = image, motion_instructions = "slow zoom out" }, duration_seconds = 5, quality = "1080p"
        });
        var task = await stage.Until(id, "completed");
        var output = (await stage.Call("GET", $"results/{task.Id("result_id")}")).Expect(200)["output_data"];
        var video = await stage.Call("GET", output.GetProperty("video_url").GetString()!);

        var measured = output.GetProperty("video_metadata");
        Assert.Equal((5, "1920x1080", "mp4"), (measured.GetProperty("duration_seconds").GetInt32(), measured.GetProperty("resolution").GetString(), measured.GetProperty("format").GetString()));
        Assert.Equal((200, "video/mp4", measured.GetProperty("file_size_bytes").GetInt64()), (video.Status, video.Headers.ContentType.ToString(), new FileInfo(stage.MediaFile(output.GetProperty("video_url").GetString()!)).Length));
        Assert.Equal(("offline-video-maker", 0m), (output.GetProperty("generation_model").GetString(), output.GetProperty("cost_usd").GetDecimal()));
        Assert.InRange(output.GetProperty("generation_time_seconds").GetInt32(), 1, task["timeout_seconds"].GetInt32());
        Assert.Equal("tool_call_requested tool_call_succeeded", await stage.Story(id));
    }

    [Fact]
    public async Task a_post_goes_out_through_its_platforms_tool_once()
    {
        var id = await stage.AddPost();
        var task = await stage.Until(id, "completed");
        Assert.Equal("tool_call_requested tool_call_succeeded", await stage.Story(id));
        Assert.Equal(1, await stage.Ask<long>($"select count(*) from chimera_sandbox.posts where idempotency_key = '{task.Id("result_id")}' and handle = 'marafield'"));
    }

    [Fact]
    public async Task a_picture_is_handed_over_under_a_key_of_its_own()
    {
        var image = (await stage.Call("GET", $"results/{(await stage.Until(await stage.AddImage(), "completed")).Id("result_id")}"))["output_data"].GetProperty("image_url").GetString();
        var id = await stage.Add("post_content", new { platform = "twitter", content = new { text = $"Walk {Guid.NewGuid()}", media_urls = new[] { image }, media_types = new[] { "image" } } });
        var task = await stage.Until(id, "completed");

        Assert.Equal($"{task.Id("result_id")}/1", await stage.Ask<string>($"""
            select data ->> 'idempotency_key' from chimera_events.mt_events
            where type = 'tool_call_requested' and data ->> 'tool' = 'upload_media' and data ->> 'idempotency_key' like '{task.Id("result_id")}%'
            """));
    }

    [Fact]
    public async Task trends_are_read_from_the_news_server()
    {
        var trends = await stage.Part<ITrendSource>().Read("news://trending", TestContext.Current.CancellationToken);
        Assert.Equal(8, trends.Count);
        Assert.All(trends, trend => Assert.NotEmpty(trend.Sources));
        await stage.Until(await stage.Add("analyze_trend", new { min_relevance = 0 }), "completed");
    }

    [Fact]
    public async Task a_dry_run_calls_nobody()
    {
        var agent = await stage.Agent("Dry");
        var before = await stage.Ask<long>("select coalesce(sum(calls), 0)::bigint from chimera_sandbox.calls");
        var goal = new { objective = "Be known", topics = new[] { "walking" }, platforms = new[] { "twitter" }, posts = 1 };
        var campaign = (await stage.Call("POST", "campaigns", new { name = "Dry", agent_ids = new[] { agent }, start_date = DateTimeOffset.UtcNow, budget_usd = 5, dry_run = true, goals = new[] { goal } })).Expect(201).Id("campaign_id");
        foreach (var (type, input) in new (string, object)[]
        {
            ("generate_image", new { prompt = "a walk" }), ("post_content", new { platform = "tiktok", content = new { text = "Dry" } }),
            ("generate_video", new { video_type = "text_to_video", input = new { text_prompt = "A walk" }, duration_seconds = 5 }),
            ("analyze_trend", new { min_relevance = 0 }), ("reply_comment", new { platform = "twitter", comment_id = "1", author = "eve", comment_text = "Nice!" })
        })
        {
            var body = new { agent_id = agent, campaign_id = campaign, type, input_data = input };
            await stage.Until((await stage.Call("POST", "tasks", body)).Expect(201).Id("task_id"), "completed");
        }
        Assert.Equal(before, await stage.Ask<long>("select coalesce(sum(calls), 0)::bigint from chimera_sandbox.calls"));
    }
}
