using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

public sealed class PostContentSpecs
{
    private const string InputJson =
        """
        {
          "platform": "instagram",
          "content": { "text": "Good morning.", "media_urls": ["https://a.example/1.png", "https://a.example/2.mp4"], "media_types": ["image", "video"] },
          "scheduling": { "post_now": false, "scheduled_time": "2026-03-01T09:00:00+00:00" }
        }
        """;

    private const string FromTasksJson =
        """
        {
          "platform": "twitter",
          "content": { "text_from": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b10", "media_from": ["0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b11"] }
        }
        """;

    private const string OutputJson =
        """
        {
          "post_id": "1790000000000000001", "post_url": "https://x.example/ada/1790000000000000001", "posted_at": "2026-03-01T09:00:01+00:00",
          "initial_metrics": { "views": 3, "likes": 2, "comments": 1 }
        }
        """;

    private static JsonSpec Input => JsonSpec.Input(TaskType.PostContent, InputJson);
    private static JsonSpec FromTasks => JsonSpec.Input(TaskType.PostContent, FromTasksJson);
    private static JsonSpec Output => JsonSpec.Output(TaskType.PostContent, OutputJson);

    [Fact]
    public void the_examples_read_and_write_every_field()
    {
        Input.ThenRoundTrips();
        FromTasks.ThenRoundTrips();
        Output.ThenRoundTrips();
    }

    [Theory]
    [InlineData("S2.2-32", "/platform", "\"instagram\"")]
    [InlineData("S2.2-33", "/content/text", "\"Good morning.\"")]
    [InlineData("S2.2-34", "/content/media_urls", "[\"https://a.example/1.png\",\"https://a.example/2.mp4\"]")]
    [InlineData("S2.2-35", "/content/media_types", "[\"image\",\"video\"]")]
    [InlineData("S2.2-36", "/scheduling/post_now", "false")]
    [InlineData("S2.2-37", "/scheduling/scheduled_time", "\"2026-03-01T09:00:00+00:00\"")]
    public void every_input_field_has_its_published_name(string requirement, string pointer, string value) => Input.ThenWrites(requirement, pointer, value);

    [Theory]
    [InlineData("S2.2-38", "/post_id", "\"1790000000000000001\"")]
    [InlineData("S2.2-39", "/post_url", "\"https://x.example/ada/1790000000000000001\"")]
    [InlineData("S2.2-40", "/posted_at", "\"2026-03-01T09:00:01+00:00\"")]
    [InlineData("S2.2-41", "/initial_metrics/views", "3")]
    [InlineData("S2.2-41", "/initial_metrics/likes", "2")]
    [InlineData("S2.2-41", "/initial_metrics/comments", "1")]
    public void every_output_field_has_its_published_name(string requirement, string pointer, string value) => Output.ThenWrites(requirement, pointer, value);

    [Theory, InlineData("/platform", "\"myspace\""), InlineData("/scheduling/scheduled_time", "\"tomorrow\""), InlineData("/scheduling/post_now", "\"true\"")]
    public void other_values_are_refused(string pointer, string value) => Input.With(pointer, value).ThenBreaks("task.input", "/input_data" + pointer);

    [Fact]
    public void media_of_another_type_are_named_by_their_position() =>
        Input.With("/content/media_types", "[\"image\",\"audio\"]").ThenBreaks("task.input", "/input_data/content/media_types/1");

    [Fact]
    public void a_post_needs_a_text_or_media()
    {
        Input.With("/content", "{}").ThenBreaks("post-content.empty", "/input_data/content");
        Input.With("/content", """{"text":" ","media_urls":[],"media_types":[],"media_from":[]}""").ThenBreaks("post-content.empty", "/input_data/content");
        Input.With("/content", """{"text":"Hi"}""").ThenIsTaken();
        Input.With("/content", """{"media_urls":["https://a.example/1.png"],"media_types":["image"]}""").ThenIsTaken();
        FromTasks.Without("/content/text_from").ThenIsTaken();
        FromTasks.Without("/content/media_from").ThenIsTaken();
    }

    [Fact]
    public void each_media_file_has_a_type()
    {
        Input.With("/content/media_types", "[\"image\"]").ThenBreaks("post-content.media", "/input_data/content/media_types");
        Input.With("/content/media_types", "[\"image\",\"video\",\"video\"]").ThenBreaks("post-content.media", "/input_data/content/media_types");
        Input.Without("/content/media_types").ThenBreaks("post-content.media", "/input_data/content/media_types");
        Input.Without("/content/media_urls").ThenBreaks("post-content.media", "/input_data/content/media_types");
    }

    [Theory, InlineData("twitter", 280), InlineData("instagram", 2200), InlineData("tiktok", 2200)]
    public void a_text_is_as_long_as_the_platform_takes(string platform, int longest)
    {
        Input.With("/platform", $"\"{platform}\"").With("/content/text", JsonSpec.Text(longest)).ThenIsTaken();
        Input.With("/platform", $"\"{platform}\"").With("/content/text", JsonSpec.Text(longest + 1))
            .ThenBreaks("post-content.text", "/input_data/content/text");
    }

    [Fact]
    public void now_and_at_a_time_exclude_each_other() =>
        Input.With("/scheduling/post_now", "true").ThenBreaks("post-content.scheduling", "/input_data/scheduling/scheduled_time");

    [Fact]
    public void a_post_without_a_time_goes_out_now() =>
        Input.Without("/scheduling").ThenReads<PostContentInput>(input => Assert.Null(input.ScheduledTime()));

    [Fact]
    public void a_post_that_is_not_for_now_needs_its_time() =>
        Input.Without("/scheduling/scheduled_time").With("/scheduling/post_now", "false").ThenBreaks("post-content.scheduling", "/input_data/scheduling/scheduled_time");

    [Fact]
    public void a_post_with_a_time_waits_for_it() =>
        Input.Without("/scheduling/post_now")
            .ThenReads<PostContentInput>(input => Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), input.ScheduledTime()));

    [Theory]
    [InlineData("/initial_metrics"), InlineData("/initial_metrics/views"), InlineData("/initial_metrics/likes")]
    [InlineData("/initial_metrics/comments")]
    public void metrics_are_optional(string pointer) => Output.Without(pointer).ThenRoundTrips();

    [Theory, InlineData("/post_id"), InlineData("/post_url"), InlineData("/posted_at")]
    public void what_a_platform_says_of_a_post_is_needed(string pointer) => Output.Without(pointer).ThenBreaks("result.output", "/output_data");

    [Fact]
    public void a_published_post_has_an_id_and_an_address()
    {
        Output.With("/post_id", "\"\"").ThenBreaks("post-content.post-id", "/output_data/post_id");
        Output.With("/post_id", JsonSpec.Text(256)).ThenBreaks("post-content.post-id", "/output_data/post_id");
        Output.With("/post_url", "\"\"").ThenBreaks("post-content.post-url", "/output_data/post_url");
        Output.With("/post_url", JsonSpec.Text(2001)).ThenBreaks("post-content.post-url", "/output_data/post_url");
    }
}
