using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

public sealed class GenerateImageSpecs
{
    private const string InputJson =
        """
        {
          "prompt": "a cup in the morning sun", "character_reference_id": "lora-ada-1", "style": "portrait", "aspect_ratio": "16:9", "quality": "high",
          "render_style": "artistic"
        }
        """;

    private const string OutputJson =
        """
        {
          "image_url": "https://storage.example/ada/1.png", "image_metadata": { "width": 1280, "height": 720, "file_size_bytes": 200000, "format": "png" },
          "generation_model": "ideogram-v2", "cost_usd": 0.08
        }
        """;

    private static JsonSpec Input => JsonSpec.Input(TaskType.GenerateImage, InputJson);
    private static JsonSpec Output => JsonSpec.Output(TaskType.GenerateImage, OutputJson);

    [Fact]
    public void the_examples_read_and_write_every_field()
    {
        Input.ThenRoundTrips();
        Output.ThenRoundTrips();
    }

    [Theory]
    [InlineData("S2.2-12", "/prompt", "\"a cup in the morning sun\"")]
    [InlineData("S2.2-13", "/character_reference_id", "\"lora-ada-1\"")]
    [InlineData("S2.2-14", "/style", "\"portrait\"")]
    [InlineData("S2.2-15", "/aspect_ratio", "\"16:9\"")]
    [InlineData("S2.2-16", "/quality", "\"high\"")]
    public void every_input_field_has_its_published_name(string requirement, string pointer, string value) => Input.ThenWrites(requirement, pointer, value);

    [Theory]
    [InlineData("S2.2-17", "/image_url", "\"https://storage.example/ada/1.png\"")]
    [InlineData("S2.2-18", "/image_metadata/width", "1280")]
    [InlineData("S2.2-18", "/image_metadata/height", "720")]
    [InlineData("S2.2-18", "/image_metadata/file_size_bytes", "200000")]
    [InlineData("S2.2-19", "/image_metadata/format", "\"png\"")]
    [InlineData("S2.2-20", "/generation_model", "\"ideogram-v2\"")]
    [InlineData("S2.2-21", "/cost_usd", "0.08")]
    public void every_output_field_has_its_published_name(string requirement, string pointer, string value) => Output.ThenWrites(requirement, pointer, value);

    [Fact]
    public void a_prompt_alone_is_a_square_in_standard_quality() =>
        JsonSpec.Input(TaskType.GenerateImage, """{"prompt":"a cup"}""").ThenReads<GenerateImageInput>(input =>
        {
            Assert.Equal((ImageStyle.Square, ImageQuality.Standard), (input.Style, input.Quality));
            Assert.Null(input.CharacterReferenceId);
            Assert.Null(input.AspectRatio);
            Assert.Null(input.RenderStyle);
        });

    [Fact]
    public void the_words_are_those_of_the_specification()
    {
        Assert.Equal(["portrait", "landscape", "square", "story"], Enum.GetValues<ImageStyle>().Select(ChimeraJson.NameOf));
        Assert.Equal(["standard", "high"], Enum.GetValues<ImageQuality>().Select(ChimeraJson.NameOf));
        Assert.Equal(["realistic", "anime", "artistic"], Enum.GetValues<RenderStyle>().Select(ChimeraJson.NameOf));
    }

    [Theory]
    [InlineData("/style", "\"realistic\""), InlineData("/style", "null"), InlineData("/quality", "\"4k\"")]
    [InlineData("/render_style", "\"portrait\""), InlineData("/quality", "1")]
    public void other_words_are_refused(string pointer, string value) => Input.With(pointer, value).ThenBreaks("task.input", "/input_data" + pointer);

    [Fact]
    public void a_prompt_has_1_to_2000_characters()
    {
        Input.With("/prompt", JsonSpec.Text(2000)).ThenIsTaken();
        Input.With("/prompt", JsonSpec.Text(2001)).ThenBreaks("generate-image.prompt", "/input_data/prompt");
        Input.With("/prompt", "\"\"").ThenBreaks("generate-image.prompt", "/input_data/prompt");
        Input.Without("/prompt").ThenBreaks("task.input", "/input_data");
    }

    [Theory, InlineData("1:1"), InlineData("16:9"), InlineData("9:16")]
    public void the_ratios_of_the_tool_are_taken(string ratio) => Input.With("/aspect_ratio", $"\"{ratio}\"").ThenRoundTrips();

    [Theory, InlineData("4:3"), InlineData("16x9"), InlineData("")]
    public void another_ratio_is_refused(string ratio) =>
        Input.With("/aspect_ratio", $"\"{ratio}\"").ThenBreaks("generate-image.aspect-ratio", "/input_data/aspect_ratio");

    [Theory]
    [InlineData(ImageStyle.Square, null, ImageQuality.Standard, 1024, 1024)]
    [InlineData(ImageStyle.Landscape, null, ImageQuality.Standard, 1280, 720)]
    [InlineData(ImageStyle.Portrait, null, ImageQuality.Standard, 720, 1280)]
    [InlineData(ImageStyle.Story, null, ImageQuality.Standard, 720, 1280)]
    [InlineData(ImageStyle.Square, null, ImageQuality.High, 2048, 2048)]
    [InlineData(ImageStyle.Landscape, null, ImageQuality.High, 2560, 1440)]
    [InlineData(ImageStyle.Story, "16:9", ImageQuality.Standard, 1280, 720)]
    [InlineData(ImageStyle.Landscape, "9:16", ImageQuality.High, 1440, 2560)]
    [InlineData(ImageStyle.Landscape, "1:1", ImageQuality.Standard, 1024, 1024)]
    public void the_style_sets_the_size_unless_a_ratio_is_given(ImageStyle style, string? ratio, ImageQuality quality, int width, int height) =>
        Assert.Equal((width, height), new GenerateImageInput("a cup", Style: style, AspectRatio: ratio, Quality: quality).Size());

    [Fact]
    public void an_image_has_an_address()
    {
        Output.With("/image_url", "\"\"").ThenBreaks("generate-image.url", "/output_data/image_url");
        Output.With("/image_url", JsonSpec.Text(2001)).ThenBreaks("generate-image.url", "/output_data/image_url");
    }

    [Theory, InlineData("width"), InlineData("height"), InlineData("file_size_bytes")]
    public void an_image_has_a_size(string field) =>
        Output.With("/image_metadata/" + field, "0").ThenBreaks("generate-image.metadata", "/output_data/image_metadata");

    [Fact]
    public void a_cost_is_never_negative()
    {
        Output.With("/cost_usd", "0").ThenRoundTrips();
        Output.With("/cost_usd", "-0.01").ThenBreaks("generate-image.cost", "/output_data/cost_usd");
    }

    [Theory, InlineData("/image_url"), InlineData("/image_metadata"), InlineData("/generation_model"), InlineData("/cost_usd")]
    public void every_output_field_is_needed(string pointer) => Output.Without(pointer).ThenBreaks("result.output", "/output_data");

    [Theory, InlineData("/image_metadata/width"), InlineData("/image_metadata/format")]
    public void every_measure_is_needed(string pointer) => Output.Without(pointer).ThenBreaks("result.output", "/output_data/image_metadata");
}
