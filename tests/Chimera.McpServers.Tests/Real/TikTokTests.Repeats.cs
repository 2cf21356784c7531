using System.Text.Json;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed partial class TikTokTests
{
    [Fact]
    public async Task a_video_whose_last_answer_was_lost_is_asked_about_and_not_sent_again()
    {
        var (key, video) = (NewKey(), Store(1000));
        LetsIn().On(File, 500, "");
        Says("PUBLISH_COMPLETE", 7012345678901234568);
        await using var client = await Start();
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Post(client, new { caption = "once", media_urls = new[] { video } }, key)));
        Assert.Equal("7012345678901234568", Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("post_id").GetString());
        Assert.Equal("7012345678901234568", Delivered(await Post(client, new { caption = "once", media_urls = new[] { video } }, key)).GetProperty("post_id").GetString());
        Assert.Single(_tiktok.Asked(Video));
        Assert.Single(_tiktok.Asked(File));
    }

    [Fact]
    public async Task a_video_of_which_a_part_is_missing_is_begun_again()
    {
        var (key, video) = (NewKey(), Store(25_000_000));
        LetsIn().On(File, 500, "").On(File, 206, "").On(File, 201, "");
        Says("PUBLISH_COMPLETE", 7012345678901234569);
        await using var client = await Start();
        Assert.Equal("WORKER_ERROR", Code(await Post(client, new { caption = "again", media_urls = new[] { video } }, key)));
        Assert.False(Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("found").GetBoolean());
        Delivered(await Post(client, new { caption = "again", media_urls = new[] { video } }, key));
        Assert.Equal(2, _tiktok.Asked(Video).Count);
    }

    [Fact]
    public async Task photos_whose_answer_was_lost_are_never_posted_again()
    {
        var key = NewKey();
        LetsIn().On(Photos, 502, "<html>bad gateway</html>");
        await using var client = await Start();
        for (var i = 0; i < 2; i++) Assert.Equal("OUTCOME_UNKNOWN", Code(await Post(client, new { caption = "a", media_urls = new[] { "https://cdn.test/a.jpg" } }, key)));
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Call(client, "find_post", new { idempotency_key = key })));
        Assert.Single(_tiktok.Asked(Photos));
    }

    [Theory]
    [InlineData(401, "scope_not_authorized", "OUTCOME_UNKNOWN")]
    [InlineData(400, "invalid_params", "OUTCOME_UNKNOWN")]
    [InlineData(429, "rate_limit_exceeded", "RATE_LIMIT")]
    [InlineData(500, "internal_error", "WORKER_ERROR")]
    public async Task a_video_that_is_sent_and_not_told_of_may_be_out(int status, string word, string code)
    {
        var (key, post) = (NewKey(), new { caption = "told of later", media_urls = new[] { Store(1000) } });
        LetsIn().On(File, 201, "").On(Status, status, JsonSerializer.Serialize(new { data = new { }, error = new { code = word, message = "Words of TikTok", log_id = "1" } }));
        Says("PUBLISH_COMPLETE", 7012345678901234571);
        await using var client = await Start();
        Assert.Equal(code, Code(await Post(client, post, key)));
        Assert.Equal("7012345678901234571", Delivered(await Post(client, post, key)).GetProperty("post_id").GetString());
        Assert.Single(_tiktok.Asked(File));
    }

    [Fact]
    public async Task too_many_requests_in_the_words_of_a_gateway_are_too_many_requests()
    {
        LetsIn(video: false).On(Video, 429, "<html>slow down</html>", ("Retry-After", "7"));
        await using var client = await Start();
        var error = Refused(await Post(client, new { caption = "a", media_urls = new[] { Store(1000) } }, NewKey()));
        Assert.Equal(("RATE_LIMIT", 7), (error.GetProperty("code").GetString(), error.GetProperty("retryAfterSeconds").GetInt32()));
    }

    [Fact]
    public async Task a_repeat_of_a_video_that_is_out_needs_neither_tiktok_nor_the_file()
    {
        var (key, video) = (NewKey(), Store(1000));
        LetsIn().On(File, 201, "");
        Says("PUBLISH_COMPLETE", 7012345678901234572);
        await using var client = await Start();
        var first = Delivered(await Post(client, new { caption = "a", media_urls = new[] { video } }, key));
        System.IO.File.Delete(Path.Combine(servers.Media, Path.GetFileName(video)));
        _tiktok.Afresh();
        var again = Delivered(await Post(client, new { caption = "a", media_urls = new[] { video } }, key));
        Assert.Equal(first.GetProperty("post_id").GetString(), again.GetProperty("post_id").GetString());
        Assert.Empty(_tiktok.Everything);
    }
}
