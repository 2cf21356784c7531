using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Ideogram;
using static Chimera.Domain.Rule;

namespace Chimera.McpServers.Video;

internal sealed record GenerateVideoOrder(
    [Description("living_portrait moves an image, text_to_video sets the prompt in motion.")] VideoType Type,
    [Description("5 to 60."), Range(5, 60)] int DurationSeconds,
    [Description("What is to be seen and read; text_to_video needs it.")] string? Prompt = null,
    [Description("The image that a living_portrait moves."), Length(1, 2000)] string? ImageUrl = null,
    [Description("How it moves, such as: slow zoom in, pan left. A living_portrait needs it."), Length(1, 2000)] string? Motion = null,
    [Description("720p unless it is given.")] VideoQuality Resolution = VideoQuality.P720) : IToolInput
{
    public void Validate()
    {
        if (Type == VideoType.TextToVideo || Prompt is not null) Prompts.Require(Prompt, "/prompt");
        if (Type == VideoType.TextToVideo) return;
        Require(!string.IsNullOrWhiteSpace(ImageUrl), ToolErrors.InvalidArguments, "A living_portrait needs an image.", "/image_url");
        Require(!string.IsNullOrWhiteSpace(Motion), ToolErrors.InvalidArguments, "A living_portrait needs a motion.", "/motion");
    }
}

/// <summary>Measures of a video file, as they were found in it.</summary>
internal sealed record MeasuredVideo(
    double DurationSeconds, string Resolution, int Width, int Height, double Fps, string Codec, long FileSizeBytes, string Format);

internal sealed record MadeVideo(string VideoUrl, MeasuredVideo Metadata);

/// <summary>Films videos.</summary>
internal interface IVideoMaker
{
    Task<Delivered<MadeVideo>> Make(GenerateVideoOrder order, Caller caller, CancellationToken cancellation);
}

/// <summary>Videos of images and prompts .</summary>
internal static class VideoServer
{
    public const string Name = "mcp-server-video";

    public static readonly ServerKind Kind = new(Name, "Video", "Films short videos of images and prompts.", Make);

    private static ServerParts Make(Backstage stage)
    {
        var (maker, gate) = stage.BackEnd<IVideoMaker>(() => new SandboxVideoMaker(stage.Media), missing: "VIDEO_API_KEY");
        var words = new ToolWords(Name, "generate_video", "Generate a video",
            "Films a video. Fails with RATE_LIMIT_EXCEEDED, INVALID_PROMPT, NSFW_DETECTED or PLATFORM_NOT_CONFIGURED.")
        { KeepsAnswers = true };
        return new([new Tool<GenerateVideoOrder, MadeVideo>(words, gate, stage.Log, (order, caller, cancellation) => maker.Make(order, caller, cancellation))], []);
    }
}
