using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

/// <summary>The framing of an image; it sets the aspect ratio unless one is given (X-7).</summary>
public enum ImageStyle { Portrait, Landscape, Square, Story }

/// <summary>How an image is rendered: the tool's own <c>style</c> (X-7).</summary>
public enum RenderStyle { Realistic, Anime, Artistic }

public enum ImageQuality { Standard, High }

/// <summary>Draw an image of a prompt in an agent's character.</summary>
public sealed record GenerateImageInput(
    string Prompt, string? CharacterReferenceId = null, ImageStyle Style = ImageStyle.Square, string? AspectRatio = null,
    ImageQuality Quality = ImageQuality.Standard, RenderStyle? RenderStyle = null) : TaskInput
{
    private static readonly string[] Ratios = ["1:1", "16:9", "9:16"];

    /// <summary>Width and height in pixels: 1024, 1280×720 or 720×1280; twice that in high quality. An explicit ratio wins over the style (X-8).</summary>
    public (int Width, int Height) Size()
    {
        var scale = Quality == ImageQuality.High ? 2 : 1;
        return Ratio() switch { "16:9" => (1280 * scale, 720 * scale), "9:16" => (720 * scale, 1280 * scale), _ => (1024 * scale, 1024 * scale) };
    }

    public override void Validate()
    {
        RequireText(Prompt, 2000, "generate-image.prompt", "/prompt");
        Require(AspectRatio is null || Ratios.Contains(AspectRatio), "generate-image.aspect-ratio",
            $"aspect_ratio is one of {string.Join(", ", Ratios)}.", "/aspect_ratio");
    }

    /// <summary>The ratio that is drawn: the explicit one, or that of the style.</summary>
    public string Ratio() => AspectRatio ?? Style switch { ImageStyle.Landscape => "16:9", ImageStyle.Portrait or ImageStyle.Story => "9:16", _ => "1:1" };
}

/// <summary>Measures of an image file (X-9).</summary>
public sealed record ImageMetadata(int Width, int Height, int FileSizeBytes, string Format);

/// <summary>A drawn image.</summary>
public sealed record GenerateImageOutput(string ImageUrl, ImageMetadata ImageMetadata, string GenerationModel, decimal CostUsd) : TaskOutput
{
    public override void Validate()
    {
        RequireText(ImageUrl, 2000, "generate-image.url", "/image_url");
        Require(ImageMetadata is { Width: > 0, Height: > 0, FileSizeBytes: > 0 }, "generate-image.metadata", "Width, height and size are above 0.", "/image_metadata");
        Require(CostUsd >= 0, "generate-image.cost", "A cost is never negative.", "/cost_usd");
    }
}
