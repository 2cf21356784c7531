using Chimera.Integrations.Models.Offline;
using SkiaSharp;

namespace Chimera.McpServers.Ideogram;

/// <summary>Flat shapes on a plain ground: quick to draw, and they compress well.</summary>
internal static class Artwork
{
    private const int FastDeflate = 3;

    public static byte[] Draw(int width, int height, Palette palette, string headline, Dice dice)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(palette.Ground);
        Sun(canvas, width, height, palette, dice);
        Hills(canvas, width, height, palette, dice);
        Panels(canvas, width, height, palette, dice);
        Headline(canvas, width, height, palette, headline);
        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, FastDeflate))
            ?? throw new InvalidOperationException("The image could not be encoded.");
        return png.ToArray();
    }

    private static void Sun(SKCanvas canvas, int width, int height, Palette palette, Dice dice)
    {
        using var paint = Fill(palette.Shapes[0]);
        var radius = Math.Min(width, height) * dice.Between(0.12f, 0.22f);
        canvas.DrawCircle(width * dice.Between(0.2f, 0.8f), height * dice.Between(0.18f, 0.38f), radius, paint);
    }

    private static void Hills(SKCanvas canvas, int width, int height, Palette palette, Dice dice)
    {
        for (var hill = 1; hill < palette.Shapes.Count; hill++)
        {
            var top = height * (0.4f + 0.12f * hill) + height * dice.Between(-0.05f, 0.05f);
            using var outline = new SKPath();
            outline.MoveTo(0, top);
            outline.CubicTo(width * dice.Between(0.2f, 0.4f), top - height * dice.Between(0.05f, 0.25f), width * dice.Between(0.6f, 0.8f),
                top + height * dice.Between(0.05f, 0.2f), width, top - height * dice.Between(0f, 0.15f));
            outline.LineTo(width, height);
            outline.LineTo(0, height);
            outline.Close();
            using var paint = Fill(palette.Shapes[hill]);
            canvas.DrawPath(outline, paint);
        }
    }

    private static void Panels(SKCanvas canvas, int width, int height, Palette palette, Dice dice)
    {
        using var paint = Fill(palette.Ink.WithAlpha(60));
        var (columns, side) = (3 + dice.Next(4), Math.Min(width, height) * dice.Between(0.05f, 0.08f));
        var (left, top) = (width * dice.Between(0.1f, 0.5f), height * dice.Between(0.5f, 0.62f));
        for (var i = 0; i < columns * 2; i++)
            canvas.DrawRoundRect(left + i % columns * side * 1.15f, top + i / columns * side * 1.15f, side, side, side * 0.12f, side * 0.12f, paint);
    }

    private static void Headline(SKCanvas canvas, int width, int height, Palette palette, string headline)
    {
        var typeface = SKTypeface.Default;
        // a machine without fonts draws shapes only
        if (headline.Length == 0 || typeface.GlyphCount == 0) return;
        using var font = new SKFont(typeface, height * 0.055f) { Edging = SKFontEdging.Antialias };
        var wide = font.MeasureText(headline);
        if (wide > width * 0.86f) font.Size *= width * 0.86f / wide;
        using var paint = Fill(palette.Ink);
        canvas.DrawText(headline, width * 0.07f, height * 0.92f, font, paint);
    }

    private static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Fill };
}
