using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed partial class TikTokTests(SandboxServers servers) : IClassFixture<SandboxServers>, IDisposable
{
    private const string Creator = "POST /v2/post/publish/creator_info/query/", Video = "POST /v2/post/publish/video/init/", Photos = "POST /v2/post/publish/content/init/",
        Status = "POST /v2/post/publish/status/fetch/", Tokens = "POST /v2/oauth/token/", File = "PUT /video/", Ok = """
            "error":{"code":"ok","message":"","log_id":"202210112248442CB9319E1FB30C1073F3"}
            """,
        Id = "v_pub_file~v2-1.123456789";

    private readonly PlatformStub _tiktok = new();

    [Fact]
    public async Task a_video_is_sent_in_parts_and_published()
    {
        LetsIn().On(File, 206, "").On(File, 201, "");
        Says("PROCESSING_UPLOAD");
        Says("PUBLISH_COMPLETE", 7012345678901234567);
        await using var client = await Start();
        var post = Delivered(await Post(client, new { caption = "Hello #sea", media_urls = new[] { Store(25_000_000) } }, NewKey()));
        Assert.Equal(("7012345678901234567", "https://www.tiktok.com/@ada/video/7012345678901234567"), (post.GetProperty("post_id").GetString(), post.GetProperty("post_url").GetString()));

        var init = JsonElement.Parse(Assert.Single(_tiktok.Asked(Video)).Body);
        var (info, source) = (init.GetProperty("post_info"), init.GetProperty("source_info"));
        Assert.Equal(("Hello #sea", "PUBLIC_TO_EVERYONE", true), (info.GetProperty("title").GetString(), info.GetProperty("privacy_level").GetString(), info.GetProperty("is_aigc").GetBoolean()));
        Assert.Equal(("FILE_UPLOAD", 25_000_000, 10_000_000, 2), (source.GetProperty("source").GetString(), source.GetProperty("video_size").GetInt32(), source.GetProperty("chunk_size").GetInt32(), source.GetProperty("total_chunk_count").GetInt32()));
        Assert.Equal(["bytes 0-9999999/25000000", "bytes 10000000-24999999/25000000"], _tiktok.Asked(File).Select(part => part.Headers["Content-Range"]));
        Assert.All(_tiktok.Asked(File), part => Assert.False(part.Headers.ContainsKey("Authorization")));
        Assert.Equal(Id, JsonElement.Parse(_tiktok.Asked(Status)[0].Body).GetProperty("publish_id").GetString());
        Assert.Contains("client_key=client-key", Assert.Single(_tiktok.Asked(Tokens)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task photos_are_fetched_by_tiktok_and_known_by_their_publish_id_until_it_has_looked_at_them()
    {
        LetsIn().On(Photos, 200, $$"""{"data":{"publish_id":"p_pub_url~v2.1"},{{Ok}}}""");
        Says("PUBLISH_COMPLETE");
        await using var client = await Start();
        var post = Delivered(await Post(client, new { caption = new string('x', 100), media_urls = new[] { "https://cdn.test/a.jpg", "https://cdn.test/b.webp" } }, NewKey()));
        Assert.Equal(("p_pub_url~v2.1", "https://www.tiktok.com/@ada"), (post.GetProperty("post_id").GetString(), post.GetProperty("post_url").GetString()));
        var init = JsonElement.Parse(Assert.Single(_tiktok.Asked(Photos)).Body);
        Assert.Equal(("PHOTO", "DIRECT_POST", 90), (init.GetProperty("media_type").GetString(), init.GetProperty("post_mode").GetString(), init.GetProperty("post_info").GetProperty("title").GetString()!.Length));
        Assert.Equal(["https://cdn.test/a.jpg", "https://cdn.test/b.webp"], init.GetProperty("source_info").GetProperty("photo_images").EnumerateArray().Select(url => url.GetString()));
    }

    [Fact]
    public async Task what_tiktok_did_not_publish_says_why_and_is_posted_by_the_repeat()
    {
        var (key, video) = (NewKey(), Store(1000));
        LetsIn().On(File, 201, "");
        Says("FAILED", reason: "frame_rate_check_failed");
        await using var client = await Start();
        var error = Refused(await Post(client, new { caption = "a", media_urls = new[] { video } }, key));
        Assert.Equal("INVALID_ARGUMENTS", error.GetProperty("code").GetString());
        Assert.Contains("frame_rate_check_failed", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("found").GetBoolean());
        await Post(client, new { caption = "a", media_urls = new[] { video } }, key);
        Assert.Equal(2, _tiktok.Asked(Video).Count);
    }

    [Theory]
    [InlineData(401, "scope_not_authorized", "AUTH_FAILED", false)]
    [InlineData(403, "spam_risk_user_banned_from_posting", "AUTH_FAILED", false)]
    [InlineData(403, "spam_risk_too_many_posts", "RATE_LIMIT", true)]
    [InlineData(429, "rate_limit_exceeded", "RATE_LIMIT", true)]
    [InlineData(403, "unaudited_client_can_only_post_to_private_accounts", "PLATFORM_NOT_CONFIGURED", false)]
    [InlineData(400, "invalid_params", "INVALID_ARGUMENTS", false)]
    [InlineData(500, "internal_error", "WORKER_ERROR", true)]
    public async Task a_refusal_of_tiktok_has_its_code(int status, string word, string code, bool retryable)
    {
        LetsIn(video: false).On(Video, status, JsonSerializer.Serialize(new { data = new { }, error = new { code = word, message = "Words of TikTok", log_id = "1" } }));
        await using var client = await Start();
        var error = Refused(await Post(client, new { caption = "a", media_urls = new[] { Store(1000) } }, NewKey()));
        Assert.Equal((code, retryable), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
        Assert.Contains("Words of TikTok", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(_tiktok.Asked(File));
    }

    [Fact]
    public async Task a_token_that_tiktok_no_longer_takes_is_refreshed()
    {
        _tiktok.On(Creator, 401, """{"data":{},"error":{"code":"access_token_invalid","message":"The access token is invalid","log_id":"1"}}""");
        LetsIn().On(File, 201, "");
        Says("PUBLISH_COMPLETE", 7012345678901234570);
        await using var client = await Start();
        Delivered(await Post(client, new { caption = "a", media_urls = new[] { Store(1000) } }, NewKey()));
        Assert.Equal(2, _tiktok.Asked(Tokens).Count);
        Assert.Contains("refresh_token=rft.next", _tiktok.Asked(Tokens)[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"caption":"words alone"}""")]
    [InlineData("""{"caption":"a","media_urls":["https://cdn.test/a.mp4"]}""")]
    [InlineData("""{"caption":"a","media_urls":["https://cdn.test/a.jpg"],"reply_to":"7"}""")]
    public async Task what_tiktok_cannot_show_is_refused_before_it_is_asked(string post)
    {
        await using var client = await Start();
        Assert.Equal("INVALID_ARGUMENTS", Code(await Call(client, "post_tiktok", JsonElement.Parse(post), By(Guid.NewGuid(), NewKey()))));
        Assert.Empty(_tiktok.Everything);
    }

    public void Dispose() => _tiktok.Dispose();

    private Task<McpClient> Start() => servers.Stdio("mcp-server-tiktok", ("CHIMERA_MCP_BACKEND", "real"), ("TIKTOK_API_URL", _tiktok.Url), ("TIKTOK_CLIENT_KEY", "client-key"), ("TIKTOK_CLIENT_SECRET", "client-secret"),
        ("TIKTOK_ACCOUNTS", $$"""[{"handle":"ada","refresh_token":"rft.first.{{Guid.NewGuid():N}}"}]"""));

    private static Task<CallToolResult> Post(McpClient client, object post, string key) => Call(client, "post_tiktok", post, By(Guid.NewGuid(), key));

    private PlatformStub LetsIn(bool video = true)
    {
        _tiktok.On(Tokens, 200, """{"access_token":"act.next","expires_in":86400,"open_id":"afd97af1","refresh_expires_in":31536000,"refresh_token":"rft.next","scope":"user.info.basic,video.publish","token_type":"Bearer"}""")
            .On(Creator, 200, $$"""{"data":{"creator_avatar_url":"https://p16.test/a.webp","creator_username":"ada","creator_nickname":"Ada","privacy_level_options":["PUBLIC_TO_EVERYONE","MUTUAL_FOLLOW_FRIENDS","SELF_ONLY"],"comment_disabled":false,"duet_disabled":false,"stitch_disabled":true,"max_video_post_duration_sec":300},{{Ok}}}""");
        return video ? _tiktok.On(Video, 200, $$"""{"data":{"publish_id":"{{Id}}","upload_url":"{{_tiktok.Url}}/video/?upload_id=67890&upload_token=Xza123"},{{Ok}}}""") : _tiktok;
    }

    private void Says(string status, long? post = null, string reason = "") => _tiktok.On(Status, 200,
        $$"""{"data":{"status":"{{status}}","fail_reason":"{{reason}}","publicaly_available_post_id":[{{post}}],"uploaded_bytes":1000},{{Ok}}}""");

    private string Store(int size)
    {
        var name = $"{Guid.NewGuid():N}{Guid.NewGuid():N}.mp4";
        System.IO.File.WriteAllBytes(Path.Combine(servers.Media, name), new byte[size]);
        return $"http://chimera.test/media/{name}";
    }

    private static string NewKey() => Guid.NewGuid().ToString();
}
