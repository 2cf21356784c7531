using SkiaSharp;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed partial class InstagramTests
{
    [Fact]
    public async Task a_png_of_the_media_store_is_shown_as_jpeg()
    {
        var png = $"{new string('c', 64)}.png";
        using (var bitmap = new SKBitmap(8, 8)) await File.WriteAllBytesAsync(Path.Combine(servers.Media, png), bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray(), Stop);
        Holds("FINISHED").Publishes();
        await using var client = await Start();
        var id = Delivered(await Call(client, "upload_media", new { media_url = $"http://chimera.test/media/{png}" })).GetProperty("media_id").GetString()!;
        Assert.Matches("^http://chimera.test/media/[0-9a-f]{64}.jpg$", id);
        Delivered(await Post(client, new { caption = "a", media_ids = new[] { id } }, NewKey()));
        Assert.Equal(id, Bodies()[0].GetProperty("image_url").GetString());
        using var jpeg = SKCodec.Create(Path.Combine(servers.Media, Path.GetFileName(id)));
        Assert.Equal(SKEncodedImageFormat.Jpeg, jpeg.EncodedFormat);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8000", true)]
    [InlineData("https://cdn.test", false)]
    public async Task a_file_of_ours_is_told_under_the_address_that_instagram_reaches(string host, bool ours)
    {
        var video = $"{Guid.NewGuid():N}{Guid.NewGuid():N}.mp4";
        if (ours) await File.WriteAllBytesAsync(Path.Combine(servers.Media, video), [1, 2, 3], Stop);
        Holds("FINISHED").Publishes();
        await using var client = await Start();
        Delivered(await Post(client, new { caption = "a", media_urls = new[] { $"{host}/media/{video}" } }, NewKey()));
        Assert.Equal($"{(ours ? "http://chimera.test" : host)}/media/{video}", Bodies()[0].GetProperty("video_url").GetString());
    }

    [Fact]
    public async Task a_video_in_a_bucket_is_not_fetched_only_to_be_named()
    {
        using var s3 = new PlatformStub();
        var video = $"{Guid.NewGuid():N}{Guid.NewGuid():N}.mp4";
        s3.On($"HEAD /media/{video}", 200, "");
        Holds("FINISHED").Publishes();
        await using var client = await Start(("MEDIA_S3_BUCKET", "media"), ("MEDIA_S3_ENDPOINT", s3.Url), ("MEDIA_S3_PUBLIC_URL", "https://cdn.example"),
            ("AWS_ACCESS_KEY_ID", BucketServer.Key), ("AWS_SECRET_ACCESS_KEY", BucketServer.Key));
        Delivered(await Post(client, new { caption = "a", media_urls = new[] { $"{s3.Url}/media/{video}" } }, NewKey()));
        Assert.Equal($"https://cdn.example/{video}", Bodies()[0].GetProperty("video_url").GetString());
        Assert.Equal($"HEAD /media/{video}", Assert.Single(s3.Everything).What);
    }

    [Fact]
    public async Task too_many_requests_in_the_words_of_a_gateway_are_too_many_requests()
    {
        _graph.On(Media, 429, "<html>slow down</html>", ("Retry-After", "7"));
        await using var client = await Start();
        var error = Refused(await Post(client, new { caption = "a", media_urls = new[] { Photo } }, NewKey()));
        Assert.Equal(("RATE_LIMIT", 7), (error.GetProperty("code").GetString(), error.GetProperty("retryAfterSeconds").GetInt32()));
    }

    [Fact]
    public async Task media_that_instagram_cannot_use_is_refused_with_its_words()
    {
        _graph.On(Media, 200, """{"id":"17889455560051444"}""").On(Container, 200, """{"status_code":"ERROR","status":"Error: 2207026 unsupported video format","id":"17889455560051444"}""");
        await using var client = await Start();
        Assert.Equal("INVALID_ARGUMENTS", Code(await Post(client, new { caption = "a", media_urls = new[] { Photo } }, NewKey())));
        Assert.Equal("INVALID_ARGUMENTS", Code(await Post(client, new { caption = "words alone" }, NewKey())));
    }

    [Fact]
    public async Task media_that_instagram_cannot_reach_are_told_at_the_start()
    {
        var process = servers.Start(["mcp-server-instagram", "--stdio"], [.. Settings, ("Media__PublicUrl", "http://127.0.0.1:8000")]);
        Assert.Contains("setting.media-url: ", await process.StandardError.ReadToEndAsync(Stop), StringComparison.Ordinal);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(2, process.ExitCode);
    }
}
