using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

public sealed class GenerateVideoSpecs
{
    private const string PortraitJson =
        """
        {
          "video_type": "living_portrait", "duration_seconds": 10, "quality": "1080p",
          "input": { "static_image_url": "https://storage.example/ada/1.png", "motion_instructions": "smiles" }
        }
        """;

    private const string TextJson = """{"video_type":"text_to_video","input":{"text_prompt":"steam rises"},"duration_seconds":5,"quality":"4k"}""";

    private const string OutputJson =
        """
        {
          "video_url": "https://storage.example/ada/1.mp4",
          "video_metadata": { "duration_seconds": 10, "resolution": "1920x1080", "file_size_bytes": 9000000, "format": "mp4" },
          "generation_model": "veo-3", "cost_usd": 1.25, "generation_time_seconds": 42
        }
        """;

    private static JsonSpec Portrait => JsonSpec.Input(TaskType.GenerateVideo, PortraitJson);
    private static JsonSpec Text => JsonSpec.Input(TaskType.GenerateVideo, TextJson);
    private static JsonSpec Output => JsonSpec.Output(TaskType.GenerateVideo, OutputJson);

    [Fact]
    public void the_examples_read_and_write_every_field()
    {
        Portrait.ThenRoundTrips();
        Text.ThenRoundTrips();
        Output.ThenRoundTrips();
    }

    [Theory]
    [InlineData("S2.2-22", "/video_type", "\"living_portrait\"")]
    [InlineData("S2.2-23", "/input/static_image_url", "\"https://storage.example/ada/1.png\"")]
    [InlineData("S2.2-23", "/input/motion_instructions", "\"smiles\"")]
    [InlineData("S2.2-25", "/duration_seconds", "10")]
    [InlineData("S2.2-26", "/quality", "\"1080p\"")]
    public void every_field_of_a_living_portrait_has_its_published_name(string requirement, string pointer, string value) =>
        Portrait.ThenWrites(requirement, pointer, value);

    [Theory]
    [InlineData("S2.2-22", "/video_type", "\"text_to_video\"")]
    [InlineData("S2.2-24", "/input/text_prompt", "\"steam rises\"")]
    [InlineData("S2.2-26", "/quality", "\"4k\"")]
    public void every_field_of_a_video_from_text_has_its_published_name(string requirement, string pointer, string value) =>
        Text.ThenWrites(requirement, pointer, value);

    [Theory]
    [InlineData("S2.2-27", "/video_url", "\"https://storage.example/ada/1.mp4\"")]
    [InlineData("S2.2-28", "/video_metadata/duration_seconds", "10")]
    [InlineData("S2.2-28", "/video_metadata/resolution", "\"1920x1080\"")]
    [InlineData("S2.2-28", "/video_metadata/file_size_bytes", "9000000")]
    [InlineData("S2.2-28", "/video_metadata/format", "\"mp4\"")]
    [InlineData("S2.2-29", "/generation_model", "\"veo-3\"")]
    [InlineData("S2.2-30", "/cost_usd", "1.25")]
    [InlineData("S2.2-31", "/generation_time_seconds", "42")]
    public void every_output_field_has_its_published_name(string requirement, string pointer, string value) => Output.ThenWrites(requirement, pointer, value);

    [Fact]
    public void the_words_are_those_of_the_specification() =>
        Assert.Equal(["living_portrait", "text_to_video"], Enum.GetValues<VideoType>().Select(ChimeraJson.NameOf));

    [Theory]
    [InlineData("/video_type", "\"slideshow\""), InlineData("/quality", "\"P720\""), InlineData("/quality", "\"8k\"")]
    [InlineData("/quality", "720"), InlineData("/quality", "\"4K\"")]
    public void other_words_are_refused(string pointer, string value) => Text.With(pointer, value).ThenBreaks("task.input", "/input_data" + pointer);

    [Theory, InlineData("720p"), InlineData("1080p"), InlineData("4k")]
    public void every_quality_is_taken(string quality) => Text.With("/quality", $"\"{quality}\"").ThenRoundTrips();

    [Fact]
    public void a_video_is_in_720p_unless_told_otherwise() =>
        Text.Without("/quality").ThenReads<GenerateVideoInput>(input => Assert.Equal(VideoQuality.P720, input.Quality));

    [Theory, InlineData(5), InlineData(60)]
    public void a_video_lasts_5_to_60_seconds(int seconds) => Text.With("/duration_seconds", $"{seconds}").ThenRoundTrips();

    [Theory, InlineData(4), InlineData(61), InlineData(0), InlineData(-5)]
    public void a_shorter_or_longer_video_is_refused(int seconds) =>
        Text.With("/duration_seconds", $"{seconds}").ThenBreaks("generate-video.duration", "/input_data/duration_seconds");

    [Theory, InlineData("/video_type"), InlineData("/input"), InlineData("/duration_seconds")]
    public void type_input_and_duration_are_needed(string pointer) => Text.Without(pointer).ThenBreaks("task.input", "/input_data");

    [Fact]
    public void a_video_from_text_needs_the_text()
    {
        Text.With("/input", "{}").ThenBreaks("generate-video.text-prompt", "/input_data/input/text_prompt");
        Text.With("/input/text_prompt", "\" \"").ThenBreaks("generate-video.text-prompt", "/input_data/input/text_prompt");
        Text.With("/input/text_prompt", JsonSpec.Text(2000)).ThenIsTaken();
        Text.With("/input/text_prompt", JsonSpec.Text(2001)).ThenBreaks("generate-video.text-prompt", "/input_data/input/text_prompt");
    }

    [Fact]
    public void a_living_portrait_needs_an_image_and_a_motion()
    {
        Portrait.Without("/input/static_image_url").ThenBreaks("generate-video.static-image", "/input_data/input/static_image_url");
        Portrait.With("/input/static_image_url", JsonSpec.Text(2001)).ThenBreaks("generate-video.static-image", "/input_data/input/static_image_url");
        Portrait.Without("/input/motion_instructions").ThenBreaks("generate-video.motion", "/input_data/input/motion_instructions");
        Portrait.With("/input/motion_instructions", JsonSpec.Text(2001)).ThenBreaks("generate-video.motion", "/input_data/input/motion_instructions");
    }

    [Fact]
    public void a_video_has_an_address()
    {
        Output.With("/video_url", "\"\"").ThenBreaks("generate-video.url", "/output_data/video_url");
        Output.With("/video_url", JsonSpec.Text(2001)).ThenBreaks("generate-video.url", "/output_data/video_url");
    }

    [Fact]
    public void a_cost_is_never_negative() => Output.With("/cost_usd", "-1").ThenBreaks("generate-video.cost", "/output_data/cost_usd");

    [Theory]
    [InlineData("/video_url"), InlineData("/video_metadata"), InlineData("/generation_model"), InlineData("/cost_usd")]
    [InlineData("/generation_time_seconds")]
    public void every_output_field_is_needed(string pointer) => Output.Without(pointer).ThenBreaks("result.output", "/output_data");
}
