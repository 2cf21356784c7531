using System.Text;
using ModelContextProtocol.Client;
using SkiaSharp;
using static Chimera.McpServers.Tests.Real.IdeogramStub;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed class IdeogramTests(SandboxServers servers) : IClassFixture<SandboxServers>, IDisposable
{
    private readonly PlatformStub _ideogram = new();

    [Theory]
    [InlineData("realistic", "16:9", "standard", "REALISTIC", "16x9", "DEFAULT", "0.06")]
    [InlineData("anime", "9:16", "high", "FICTION", "9x16", "QUALITY", "0.09")]
    [InlineData("artistic", "1:1", "standard", "DESIGN", "1x1", "DEFAULT", "0.06")]
    public async Task a_picture_is_ordered_and_kept_before_its_link_expires(string style, string ratio, string quality, string type, string aspect, string speed, string cost)
    {
        var png = Draw(64, 36, SKEncodedImageFormat.Png);
        Draws().On(Picture, png, "image/png");
        await using var client = await Start();
        var result = await Call(client, "generate_image", new { prompt = "A lighthouse", style, aspect_ratio = ratio, quality }, By(Guid.NewGuid(), Guid.NewGuid().ToString()));
        var made = Delivered(result);
        Assert.Equal(png, await File.ReadAllBytesAsync(Path.Combine(servers.Media, Path.GetFileName(made.GetProperty("image_url").GetString()!)), Stop));
        var metadata = made.GetProperty("metadata");
        Assert.Equal((64, 36, png.Length, "png"), (metadata.GetProperty("width").GetInt32(), metadata.GetProperty("height").GetInt32(), metadata.GetProperty("file_size_bytes").GetInt32(), metadata.GetProperty("format").GetString()!));
        Assert.Equal((cost, "ideogram-v3"), (result.Meta!["io.chimera/cost_usd"]!.GetValue<string>(), result.Meta["io.chimera/model"]!.GetValue<string>()));

        var asked = Assert.Single(_ideogram.Asked(Generate));
        Assert.Equal("ideogram-key-4711", asked.Headers["Api-Key"]);
        Assert.StartsWith("multipart/form-data", asked.Headers["Content-Type"], StringComparison.Ordinal);
        foreach (var (name, value) in new[] { ("prompt", style == "anime" ? "A lighthouse In the style of anime." : "A lighthouse"), ("aspect_ratio", aspect), ("rendering_speed", speed), ("style_type", type), ("num_images", "1") })
            Assert.Matches($"name=\"?{name}\"?\r\n\r\n{value}\r\n", asked.Body);
        Assert.False(Assert.Single(_ideogram.Asked(Picture)).Headers.ContainsKey("Api-Key"));
    }

    [Fact]
    public async Task a_picture_of_another_form_becomes_jpeg()
    {
        Draws().On(Picture, Draw(64, 36, SKEncodedImageFormat.Webp), "image/webp");
        await using var client = await Start();
        var made = Delivered(await Call(client, "generate_image", new { prompt = "A lighthouse" }));
        Assert.Equal(("jpg", 64), (made.GetProperty("metadata").GetProperty("format").GetString(), made.GetProperty("metadata").GetProperty("width").GetInt32()));
        Assert.EndsWith(".jpg", made.GetProperty("image_url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_character_is_shown_by_a_picture_of_the_media_store()
    {
        var face = $"{new string('b', 64)}.png";
        await File.WriteAllBytesAsync(Path.Combine(servers.Media, face), Draw(8, 8, SKEncodedImageFormat.Png), Stop);
        Draws().On(Picture, Draw(64, 36, SKEncodedImageFormat.Png), "image/png");
        await using var client = await Start();
        var result = await Call(client, "generate_image", new { prompt = "Ada at sea", character_reference_id = $"http://chimera.test/media/{face}" });
        Delivered(result);
        Assert.Equal("0.15", result.Meta!["io.chimera/cost_usd"]!.GetValue<string>());
        Assert.Contains("character_reference_images", Assert.Single(_ideogram.Asked(Generate)).Body, StringComparison.Ordinal);

        var error = Refused(await Call(client, "generate_image", new { prompt = "Ada at sea", character_reference_id = "ada-v1" }));
        Assert.Equal("INVALID_ARGUMENTS", error.GetProperty("code").GetString());
        Assert.Single(_ideogram.Asked(Generate));
    }

    [Theory]
    [InlineData(422, """{"error":"Prompt or provided image failed the safety checks"}""", "NSFW_DETECTED", false)]
    [InlineData(400, """{"error":"Prompt failed safety check"}""", "NSFW_DETECTED", false)]
    [InlineData(400, """{"error":"Invalid prompt"}""", "INVALID_PROMPT", false)]
    [InlineData(429, """{"error":"Too many requests in flight"}""", "RATE_LIMIT_EXCEEDED", true)]
    [InlineData(401, """{"error":"Not authorized"}""", "PLATFORM_NOT_CONFIGURED", false)]
    [InlineData(402, """{"error":"Insufficient credits"}""", "PLATFORM_NOT_CONFIGURED", false)]
    [InlineData(502, "<html>bad gateway</html>", "WORKER_ERROR", true)]
    [InlineData(200, "<html>log in</html>", "WORKER_ERROR", true)]
    [InlineData(200, """{"created":"2026-10-07T00:00:00Z","data":[]}""", "WORKER_ERROR", true)]
    [InlineData(200, """{"created":"2026-10-07T00:00:00Z","data":[{"prompt":"a","resolution":"1024x1024","is_image_safe":false,"seed":12345,"url":null,"style_type":"GENERAL"}]}""", "NSFW_DETECTED", false)]
    [InlineData(200, """{"created":"2026-10-07T00:00:00Z","data":[{"is_image_safe":true,"url":"file:///etc/passwd"}]}""", "WORKER_ERROR", true)]
    [InlineData(200, """{"created":"2026-10-07T00:00:00Z","data":[{"is_image_safe":true,"url":"http://169.254.169.254/latest"}]}""", "WORKER_ERROR", true)]
    public async Task a_refusal_of_ideogram_has_its_code(int status, string body, string code, bool retryable)
    {
        _ideogram.On(Generate, status, body, ("Retry-After", "7"));
        await using var client = await Start();
        var error = Refused(await Call(client, "generate_image", new { prompt = "A lighthouse" }));
        Assert.Equal((code, retryable), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
        Assert.Equal(status == 429, error.TryGetProperty("retryAfterSeconds", out var wait) && wait.GetInt32() == 7);
        Assert.DoesNotContain("ideogram-key-4711", error.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("huge")]
    [InlineData("gone")]
    public async Task a_picture_that_is_none_is_not_kept(string kind)
    {
        Draws();
        _ = kind switch
        {
            "html" => _ideogram.On(Picture, Encoding.UTF8.GetBytes("<html>expired</html>"), "text/html"),
            "huge" => _ideogram.On(Picture, new byte[50_000_000], "image/png"),
            _ => _ideogram.On(Picture, 403, "expired")
        };
        await using var client = await Start();
        Assert.Equal("WORKER_ERROR", Code(await Call(client, "generate_image", new { prompt = "A lighthouse" })));
    }

    public void Dispose() => _ideogram.Dispose();

    private Task<McpClient> Start() => servers.Stdio("mcp-server-ideogram", IdeogramStub.Settings(_ideogram));

    private PlatformStub Draws() => _ideogram.Draws();
}
