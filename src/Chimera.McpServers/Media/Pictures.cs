using SkiaSharp;

namespace Chimera.McpServers.Media;

/// <summary>A picture that was looked at.</summary>
internal sealed record Picture(byte[] Bytes, string Extension, int Width, int Height);

/// <summary>Looks at pictures from outside, and brings them into a form that others take.</summary>
internal static class Pictures
{
    private const int Quality = 92, MostPixels = 64_000_000;

    /// <summary>As it is when it is PNG or JPEG; other forms become JPEG. Null when it is no picture, or one too large to be unpacked.</summary>
    public static Picture? Read(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MostPixels) return null;
        return codec.EncodedFormat switch
        {
            SKEncodedImageFormat.Png => new(bytes, "png", codec.Info.Width, codec.Info.Height),
            SKEncodedImageFormat.Jpeg => new(bytes, "jpg", codec.Info.Width, codec.Info.Height),
            _ => ToJpeg(bytes) is { } jpeg ? new(jpeg, "jpg", codec.Info.Width, codec.Info.Height) : null
        };
    }

    /// <summary>Instagram and TikTok show no PNG.</summary>
    public static byte[]? ToJpeg(byte[] bytes)
    {
        using var bitmap = SKBitmap.Decode(bytes);
        using var jpeg = bitmap?.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg?.ToArray();
    }
}
