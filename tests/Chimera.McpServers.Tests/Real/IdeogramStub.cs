using System.Text.Json;
using SkiaSharp;

namespace Chimera.McpServers.Tests.Real;

/// <summary>Ideogram's answers as developer.ideogram.ai shows them.</summary>
internal static class IdeogramStub
{
    public const string Generate = "POST /v1/ideogram-v3/generate", Picture = "GET /api/images/ephemeral/xtdZiqPwRxqY1Y7NExFmzB.png";

    public static (string, string)[] Settings(PlatformStub ideogram, params (string, string)[] more) =>
        [("CHIMERA_MCP_BACKEND", "real"), ("IDEOGRAM_API_URL", ideogram.Url), ("IDEOGRAM_API_KEY", "ideogram-key-4711"), .. more];

    public static PlatformStub Draws(this PlatformStub ideogram) => ideogram.On(Generate, 200, JsonSerializer.Serialize(new
    {
        created = "2026-10-07T00:00:00Z",
        data = new[] { new { prompt = "A lighthouse", resolution = "1312x736", is_image_safe = true, seed = 12345, url = $"{ideogram.Url}{Picture.Split(' ')[1]}?exp=1&sig=2", style_type = "REALISTIC" } }
    }));

    public static byte[] Draw(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        return bitmap.Encode(format, 90).ToArray();
    }
}
