using Chimera.Domain.Tasks;
using SkiaSharp;

namespace Chimera.McpServers.Video;

/// <summary>Width and height of what is filmed.</summary>
internal static class Sizes
{
    public static (int Width, int Height) Of(VideoQuality quality, bool upright)
    {
        var (wide, narrow) = quality switch { VideoQuality.P2160 => (3840, 2160), VideoQuality.P1080 => (1920, 1080), _ => (1280, 720) };
        return upright ? (narrow, wide) : (wide, narrow);
    }
}

/// <summary>The pictures that are set in motion.</summary>
internal static class Stills
{
    /// <summary>Cuts the image to fill the whole frame.</summary>
    public static void Fill(SKBitmap image, int width, int height, string file)
    {
        using var frame = new SKBitmap(width, height);
        using var canvas = new SKCanvas(frame);
        var scale = Math.Max((float)width / image.Width, (float)height / image.Height);
        var (w, h) = (image.Width * scale, image.Height * scale);
        using var picture = SKImage.FromBitmap(image);
        canvas.DrawImage(picture, SKRect.Create((width - w) / 2, (height - h) / 2, w, h), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        Save(frame, file);
    }

    /// <summary>Words in lines on a clear ground, as large as they fit.</summary>
    public static void Lines(string text, int width, int height, string file)
    {
        using var frame = new SKBitmap(width, height);
        frame.Erase(SKColors.Transparent);
        using var canvas = new SKCanvas(frame);
        using var font = new SKFont(SKTypeface.Default, height * 0.12f) { Edging = SKFontEdging.Antialias };
        var lines = Broken(text, font, width * 0.86f);
        while (lines.Count * font.Size * 1.3f > height * 0.8f && font.Size > 8)
        {
            font.Size *= 0.85f;
            lines = Broken(text, font, width * 0.86f);
        }
        Draw(canvas, lines, font, width, height);
        Save(frame, file);
    }

    private static void Draw(SKCanvas canvas, List<string> lines, SKFont font, int width, int height)
    {
        using var shade = new SKPaint { Color = new SKColor(0, 0, 0, 150), IsAntialias = true };
        using var ink = new SKPaint { Color = SKColors.White, IsAntialias = true };
        var (step, top) = (font.Size * 1.3f, (height - lines.Count * font.Size * 1.3f) / 2);
        canvas.DrawRect(SKRect.Create(0, top - step / 2, width, step * (lines.Count + 1)), shade);
        for (var i = 0; i < lines.Count; i++) canvas.DrawText(lines[i], width / 2f, top + step * (i + 0.8f), SKTextAlign.Center, font, ink);
    }

    private static List<string> Broken(string text, SKFont font, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }
        return lines;
    }

    private static void Save(SKBitmap frame, string file)
    {
        using var pixels = frame.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1)) ?? throw new InvalidOperationException("The still could not be encoded.");
        File.WriteAllBytes(file, png.ToArray());
    }
}
