using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

public enum VideoType { LivingPortrait, TextToVideo }

/// <summary>What a video is made of: an image and a motion, or a text.</summary>
public sealed record VideoSource(string? StaticImageUrl = null, string? MotionInstructions = null, string? TextPrompt = null);

/// <summary>Film a short video.</summary>
/// <param name="DurationSeconds">5 to 60.</param>
public sealed record GenerateVideoInput(VideoType VideoType, VideoSource Input, int DurationSeconds, VideoQuality Quality = VideoQuality.P720) : TaskInput
{
    public override void Validate()
    {
        Require(DurationSeconds is >= 5 and <= 60, "generate-video.duration", $"A video lasts 5 to 60 seconds, not {DurationSeconds}.", "/duration_seconds");
        if (VideoType == VideoType.TextToVideo)
        {
            RequireText(Input.TextPrompt, 2000, "generate-video.text-prompt", "/input/text_prompt");
            return;
        }
        RequireText(Input.StaticImageUrl, 2000, "generate-video.static-image", "/input/static_image_url");
        RequireText(Input.MotionInstructions, 2000, "generate-video.motion", "/input/motion_instructions");
    }
}

/// <summary>Measures of a video file.</summary>
public sealed record VideoMetadata(int DurationSeconds, string Resolution, int FileSizeBytes, string Format);

/// <summary>A filmed video.</summary>
public sealed record GenerateVideoOutput(
    string VideoUrl, VideoMetadata VideoMetadata, string GenerationModel, decimal CostUsd, int GenerationTimeSeconds) : TaskOutput
{
    public override void Validate()
    {
        RequireText(VideoUrl, 2000, "generate-video.url", "/video_url");
        Require(CostUsd >= 0, "generate-video.cost", "A cost is never negative.", "/cost_usd");
    }
}
