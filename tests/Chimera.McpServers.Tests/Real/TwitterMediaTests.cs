using System.Security.Cryptography;
using System.Text.Json;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed class TwitterMediaTests(RealTwitter twitter) : IClassFixture<RealTwitter>
{
    private const string Initialize = "POST /2/media/upload/initialize", Append = "POST /2/media/upload/1880028106020515840/append",
        Finalize = "POST /2/media/upload/1880028106020515840/finalize", Status = "GET /2/media/upload";

    private const string Plain = """{"data":{"id":"1880028106020515840","media_key":"13_1880028106020515840","expires_after_secs":1295999}}""";

    [Fact]
    public async Task a_file_goes_to_x_in_chunks_and_the_id_names_it()
    {
        var client = await twitter.Start();
        twitter.X.On(Initialize, 200, Plain).On(Append, 200, """{"data":{"expires_at":1790000000}}""").On(Finalize, 200, Plain);
        var url = Store(9 * 1024 * 1024, "png");
        Assert.Equal("1880028106020515840", Delivered(await Call(client, "upload_media", new { media_url = url })).GetProperty("media_id").GetString());

        var begun = JsonElement.Parse(Assert.Single(twitter.X.Asked(Initialize)).Body);
        Assert.Equal(("image/png", 9 * 1024 * 1024, "tweet_image"), (begun.GetProperty("media_type").GetString(), begun.GetProperty("total_bytes").GetInt32(), begun.GetProperty("media_category").GetString()));
        var chunks = twitter.X.Asked(Append);
        Assert.Equal(3, chunks.Count);
        for (var i = 0; i < 3; i++) Assert.Matches($"name=\"?segment_index\"?\r\n\r\n{i}\r\n", chunks[i].Body);
        Assert.All(chunks, chunk => Assert.InRange(chunk.Body.Length, 1024 * 1024, 5 * 1024 * 1024));
        Assert.Single(twitter.X.Asked(Finalize));
        Assert.Empty(twitter.X.Asked(Status));
    }

    [Fact]
    public async Task a_video_is_waited_for_until_x_has_processed_it()
    {
        var client = await twitter.Start();
        twitter.X.On(Initialize, 200, Plain).On(Append, 200, """{"data":{"expires_at":1790000000}}""").On(Finalize, 200, Processing("pending"))
            .On(Status, 200, Processing("in_progress")).On(Status, 200, Processing("succeeded"));
        Assert.Equal("1880028106020515840", Delivered(await Call(client, "upload_media", new { media_url = Store(1000, "mp4") })).GetProperty("media_id").GetString());
        Assert.Equal(2, twitter.X.Asked(Status).Count);
        Assert.Equal("?command=STATUS&media_id=1880028106020515840", twitter.X.Asked(Status)[0].Query);
        Assert.Contains("tweet_video", twitter.X.Asked(Initialize)[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_file_that_x_cannot_use_is_refused_with_its_words()
    {
        var client = await twitter.Start();
        twitter.X.On(Initialize, 200, Plain).On(Append, 200, "{}")
            .On(Finalize, 200, """{"data":{"id":"1880028106020515840","media_key":"7_1","processing_info":{"state":"failed","error":{"code":1,"name":"InvalidMedia","message":"Unsupported video format"}}}}""");
        var error = Refused(await Call(client, "upload_media", new { media_url = Store(1000, "mp4") }));
        Assert.Equal("INVALID_ARGUMENTS", error.GetProperty("code").GetString());
        Assert.Contains("Unsupported video format", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_video_that_x_is_still_processing_is_not_uploaded_again_by_a_repeat()
    {
        var client = await twitter.Start();
        twitter.X.On(Initialize, 200, Plain).On(Append, 200, "{}").On(Finalize, 200, Processing("pending"));
        for (var i = 0; i < 3; i++) twitter.X.On(Status, 503, ""); // it stumbles while it is waited for
        twitter.X.On(Status, 200, Processing("in_progress")).On(Status, 200, Processing("succeeded"));
        var video = new { media_url = Store(1000, "mp4") };
        Assert.Equal("WORKER_ERROR", Code(await Call(client, "upload_media", video)));
        Assert.Equal("1880028106020515840", Delivered(await Call(client, "upload_media", video)).GetProperty("media_id").GetString());
        Assert.Single(twitter.X.Asked(Initialize));
    }

    [Fact]
    public async Task a_video_that_x_does_not_know_any_more_is_uploaded_again()
    {
        var client = await twitter.Start();
        twitter.X.On(Initialize, 200, Plain).On(Append, 200, "{}").On(Finalize, 200, Processing("pending")).On(Finalize, 200, Plain);
        for (var i = 0; i < 3; i++) twitter.X.On(Status, 503, "");
        twitter.X.On(Status, 404, XStub.Problem(404, "Not Found", "No such media"));
        var video = new { media_url = Store(1000, "mp4") };
        Assert.Equal("WORKER_ERROR", Code(await Call(client, "upload_media", video)));
        Delivered(await Call(client, "upload_media", video));
        Assert.Equal(2, twitter.X.Asked(Initialize).Count);
    }

    [Fact]
    public async Task a_repeat_of_an_upload_uploads_again_and_the_tool_says_so()
    {
        var tools = await (await twitter.Start()).ListToolsAsync(cancellationToken: Stop);
        Assert.Equal([("post_tweet", true), ("upload_media", false), ("find_post", true)], tools.Select(tool => (tool.Name, tool.ProtocolTool.Annotations!.IdempotentHint!.Value)));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://chimera.test/media/0000000000000000000000000000000000000000000000000000000000000000.png")]
    public async Task what_is_not_in_the_media_store_is_not_fetched(string url)
    {
        var client = await twitter.Start();
        var error = Refused(await Call(client, "upload_media", new { media_url = url }));
        Assert.Equal("INVALID_ARGUMENTS", error.GetProperty("code").GetString());
        Assert.StartsWith("/media_url", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private string Store(int size, string extension)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}.{extension}";
        File.WriteAllBytes(Path.Combine(twitter.Servers.Media, name), bytes);
        return $"http://chimera.test/media/{name}";
    }

    private static string Processing(string state) =>
        """{"data":{"id":"1880028106020515840","media_key":"7_1880028106020515840","size":1000,"processing_info":{"state":"$","check_after_secs":0,"progress_percent":10}}}""".Replace("$", state, StringComparison.Ordinal);
}
