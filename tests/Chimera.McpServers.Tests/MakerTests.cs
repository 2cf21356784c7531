using System.Diagnostics;
using SkiaSharp;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests;

public sealed class MakerTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    private static readonly Guid Ada = Guid.NewGuid();

    [Theory]
    [InlineData("16:9", 1280, 720)]
    [InlineData("9:16", 720, 1280)]
    public async Task an_image_is_what_its_metadata_say(string ratio, int width, int height)
    {
        var client = await servers.Http("mcp-server-ideogram");
        var result = await Call(client, "generate_image", new { prompt = "A lighthouse at dawn", aspect_ratio = ratio, style = "artistic" }, By(Ada, Guid.NewGuid().ToString()));
        var (image, file) = (Delivered(result).GetProperty("metadata"), FileOf(Delivered(result).GetProperty("image_url").GetString()!));
        Assert.Equal((width, height, "png", new FileInfo(file).Length), (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32(),
            image.GetProperty("format").GetString()!, image.GetProperty("file_size_bytes").GetInt64()));
        using var pixels = SKBitmap.Decode(file);
        Assert.Equal((width, height), (pixels.Width, pixels.Height));
        Assert.Equal(("0", "offline-image-maker"), (result.Meta!["io.chimera/cost_usd"]!.GetValue<string>(), result.Meta["io.chimera/model"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("", "INVALID_PROMPT")]
    [InlineData("?!", "INVALID_PROMPT")]
    [InlineData("a naked man", "NSFW_DETECTED")]
    public async Task a_prompt_that_is_not_drawn_is_refused(string prompt, string code) =>
        Assert.Equal(code, Code(await Call(await servers.Stdio("mcp-server-ideogram"), "generate_image", new { prompt })));

    [Theory]
    [InlineData("living_portrait", "720p", "1280x720")]
    [InlineData("text_to_video", "720p", "1280x720")]
    [InlineData("living_portrait", "1080p", "1920x1080")]
    [InlineData("text_to_video", "4k", "3840x2160")]
    public async Task a_video_is_what_its_metadata_say(string type, string resolution, string measures)
    {
        object order = type == "text_to_video" ? new { type, prompt = "Sails in the wind", duration_seconds = 5, resolution }
            : new { type, image_url = await Face(), motion = "slow zoom out, pan left", duration_seconds = 5, resolution };
        var (client, key) = (await servers.Stdio("mcp-server-video"), Guid.NewGuid().ToString());
        var made = Delivered(await Call(client, "generate_video", order, By(Ada, key)));
        var (video, file) = (made.GetProperty("metadata"), FileOf(made.GetProperty("video_url").GetString()!));
        Assert.Equal(await Probe(file), string.Join('|', video.GetProperty("codec"), video.GetProperty("width"), video.GetProperty("height"), $"{video.GetProperty("fps")}/1",
            $"{video.GetProperty("duration_seconds").GetDouble():F6}", video.GetProperty("file_size_bytes")));
        Assert.Equal((measures, "mp4", 5), (video.GetProperty("resolution").GetString(), video.GetProperty("format").GetString(), video.GetProperty("duration_seconds").GetDouble()));
        Assert.Equal(made.GetRawText(), Delivered(await Call(client, "generate_video", order, By(Ada, key))).GetRawText());
    }

    [Theory, InlineData(4), InlineData(61)]
    public async Task a_video_is_no_shorter_than_5_seconds_and_no_longer_than_60(int seconds) =>
        Assert.Equal("INVALID_ARGUMENTS", Code(await Call(await servers.Stdio("mcp-server-video"), "generate_video", new { type = "text_to_video", prompt = "Sails", duration_seconds = seconds })));

    [Theory]
    [InlineData("https://elsewhere.example/media/0000000000000000000000000000000000000000000000000000000000000000.png")]
    [InlineData("file:///etc/passwd")]
    public async Task a_portrait_moves_no_picture_but_one_that_was_made_here(string url) => Assert.Equal("INVALID_ARGUMENTS", Code(await Call(
        await servers.Stdio("mcp-server-video"), "generate_video", new { type = "living_portrait", image_url = url, motion = "zoom in", duration_seconds = 5 })));

    private async Task<string> Face()
    {
        var images = await servers.Stdio("mcp-server-ideogram");
        return Delivered(await Call(images, "generate_image", new { prompt = "A face", aspect_ratio = "16:9" }, By(Ada, Guid.NewGuid().ToString()))).GetProperty("image_url").GetString()!;
    }

    [Fact]
    public async Task without_ffmpeg_no_video_is_promised()
    {
        var dotnet = Path.GetDirectoryName(Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "/usr/bin/dotnet")!;
        var client = await servers.Stdio("mcp-server-video", ("PATH", servers.Media), ("DOTNET_ROOT", dotnet));
        Assert.Equal("PLATFORM_NOT_CONFIGURED", Code(await Call(client, "generate_video", new { type = "text_to_video", prompt = "Sails", duration_seconds = 5 })));
    }

    /// <summary>What ffprobe says of a video's codec, width, height, rate, duration and size.</summary>
    private static async Task<string> Probe(string file)
    {
        string[] arguments = ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=codec_name,width,height,avg_frame_rate:format=duration,size", "-of", "csv=p=0:s=|", file];
        using var process = Process.Start(new ProcessStartInfo("ffprobe", arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return said.Trim().ReplaceLineEndings("|");
    }

    private string FileOf(string url) => Path.Combine(servers.Media, Path.GetFileName(new Uri(url).LocalPath));
}
