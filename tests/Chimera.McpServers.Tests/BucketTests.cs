using System.Net;
using System.Security.Cryptography;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Media;
using Chimera.McpServers.Tests.Real;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests;

/// <summary>Media in a bucket: s3rver speaks S3's protocol.</summary>
public sealed class BucketTests(SandboxServers servers, BucketServer store) : IClassFixture<SandboxServers>, IClassFixture<BucketServer>
{
    private readonly (string, string)[] _environment =
    [
        ("MEDIA_S3_BUCKET", BucketServer.Bucket), ("MEDIA_S3_ENDPOINT", store.Endpoint), ("AWS_ACCESS_KEY_ID", BucketServer.Key), ("AWS_SECRET_ACCESS_KEY", BucketServer.Key)
    ];

    [Fact]
    public async Task an_image_is_an_object_under_the_sha_of_its_bytes_and_moves_as_a_portrait()
    {
        var url = await Image("A lighthouse at dusk");
        Assert.StartsWith($"{store.Endpoint}/{BucketServer.Bucket}/", url, StringComparison.Ordinal);
        using var found = await store.Client.GetAsync(url, Stop);
        var bytes = await found.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}.png", "image/png"), (url.Split('/')[^1], found.Content.Headers.ContentType!.MediaType));
        Assert.Empty(Directory.GetFiles(servers.Media));

        var order = new { type = "living_portrait", image_url = url, motion = "zoom in", duration_seconds = 5 };
        var film = Delivered(await Call(await servers.Stdio("mcp-server-video", _environment), "generate_video", order, By(Guid.NewGuid(), "film"))).GetProperty("video_url").GetString();
        using var video = await store.Client.GetAsync(film, Stop);
        Assert.Equal((HttpStatusCode.OK, "video/mp4"), (video.StatusCode, video.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task the_same_bytes_are_one_object()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", BucketServer.Key);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", BucketServer.Key);
        using var bucket = new MediaBucket(new(BucketServer.Bucket, "us-east-1", store.Endpoint, "https://cdn.example"));
        var (before, bytes) = (await store.Objects(), RandomNumberGenerator.GetBytes(100));
        var first = await bucket.Store(bytes, "jpg", Stop);
        Assert.Equal(first, await bucket.Store(bytes, "jpg", Stop));
        Assert.Equal(before + 1, await store.Objects());
        Assert.Equal(bytes, await bucket.Read(first.ToString(), Stop));
        Assert.Equal("cdn.example", first.Host);
        Assert.Null(await bucket.Read($"https://cdn.example/{new string('0', 64)}.png", Stop));
        Assert.Null(await bucket.Read("https://cdn.example/secrets.txt", Stop));
    }

    [Fact]
    public async Task whoever_may_not_list_the_bucket_stores_in_it()
    {
        using var s3 = new PlatformStub();
        var bytes = RandomNumberGenerator.GetBytes(100);
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}.jpg";
        s3.On($"HEAD /media/{name}", 403, "").On($"PUT /media/{name}", 200, "");
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", BucketServer.Key);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", BucketServer.Key);
        using var bucket = new MediaBucket(new("media", "us-east-1", s3.Url, "https://cdn.example"));
        Assert.Equal($"https://cdn.example/{name}", (await bucket.Store(bytes, "jpg", Stop)).ToString());
        Assert.Single(s3.Asked($"PUT /media/{name}"));
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "nobody")]
    [InlineData("MEDIA_S3_BUCKET", "nowhere")]
    public async Task a_store_that_takes_nothing_is_a_failure_that_may_be_tried_again(string name, string value)
    {
        var client = await servers.Stdio("mcp-server-ideogram", [.. _environment.Where(one => one.Item1 != name), (name, value)]);
        Assert.Equal("WORKER_ERROR", Code(await Call(client, "generate_image", new { prompt = "A pier" })));
    }

    [Theory]
    [InlineData("MEDIA_S3_BUCKET", "No Bucket")]
    [InlineData("MEDIA_S3_BUCKET", "ab")]
    [InlineData("MEDIA_S3_ENDPOINT", "media.local")]
    [InlineData("MEDIA_S3_PUBLIC_URL", "ftp://media.local")]
    public void a_setting_that_makes_no_sense_is_refused_by_its_name(string name, string value) => Assert.Contains(name, Assert.Throws<StartException>(() =>
        BucketSettings.Read(asked => asked == name ? value : asked == "MEDIA_S3_BUCKET" ? "media" : null)).Message, StringComparison.Ordinal);

    [Fact]
    public void without_an_endpoint_it_is_amazons()
    {
        var settings = BucketSettings.Read(name => name switch { "MEDIA_S3_BUCKET" => "chimera-media", "AWS_REGION" => "eu-central-1", _ => null })!;
        Assert.Equal((null, "eu-central-1", "https://chimera-media.s3.eu-central-1.amazonaws.com"), (settings.Endpoint, settings.Region, settings.PublicUrl));
        Assert.Null(BucketSettings.Read(_ => null));
    }

    private async Task<string> Image(string prompt) =>
        Delivered(await Call(await servers.Stdio("mcp-server-ideogram", _environment), "generate_image", new { prompt }, By(Guid.NewGuid(), prompt))).GetProperty("image_url").GetString()!;
}
