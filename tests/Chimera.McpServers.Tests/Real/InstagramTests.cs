using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Client;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed partial class InstagramTests(SandboxServers servers) : IClassFixture<SandboxServers>, IDisposable
{
    private const string Media = "POST /90010177253934/media", PublishIt = "POST /90010177253934/media_publish", Container = "GET /17889455560051444", List = "GET /90010177253934/media",
        Photo = "https://cdn.test/a.jpg";

    private readonly PlatformStub _graph = new PlatformStub().LetsInstagramIn();

    [Fact]
    public async Task a_picture_is_held_until_it_is_finished_and_then_published()
    {
        Holds("IN_PROGRESS", "FINISHED").Publishes();
        await using var client = await Start();
        var post = Delivered(await Post(client, new { caption = "Hello #sea", media_urls = new[] { Photo } }, NewKey()));
        Assert.Equal(("17920238422030506", "https://www.instagram.com/p/abc/", new DateTimeOffset(2026, 10, 7, 12, 0, 0, TimeSpan.Zero)),
            (post.GetProperty("post_id").GetString(), post.GetProperty("post_url").GetString(), post.GetProperty("posted_at").GetDateTimeOffset()));
        var held = JsonElement.Parse(Assert.Single(_graph.Asked(Media)).Body);
        Assert.Equal((Photo, "Hello #sea"), (held.GetProperty("image_url").GetString(), held.GetProperty("caption").GetString()));
        var published = Assert.Single(_graph.Asked(PublishIt));
        Assert.Equal("17889455560051444", JsonElement.Parse(published.Body).GetProperty("creation_id").GetString());
        Assert.All(_graph.Everything.Where(one => one.What != InstagramStub.Renewal), asked =>
        {
            Assert.Equal("Bearer IGQVtoken-4711", asked.Headers["Authorization"]);
            Assert.DoesNotContain("4711", asked.Query, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task a_video_is_a_reel_and_several_files_are_a_carousel()
    {
        Holds("FINISHED").Publishes();
        await using var client = await Start();
        Delivered(await Post(client, new { caption = "moving", media_urls = new[] { "https://cdn.test/a.mp4" } }, NewKey()));
        Assert.Equal("REELS", Bodies()[0].GetProperty("media_type").GetString());

        _graph.Afresh().LetsInstagramIn();
        Holds("FINISHED").Publishes();
        Delivered(await Post(client, new { caption = "both", media_urls = new[] { Photo, "https://cdn.test/b.mp4" } }, NewKey()));
        var bodies = Bodies();
        Assert.Equal(3, bodies.Length);
        Assert.True(bodies[0].GetProperty("is_carousel_item").GetBoolean());
        Assert.Equal(("VIDEO", "https://cdn.test/b.mp4"), (bodies[1].GetProperty("media_type").GetString(), bodies[1].GetProperty("video_url").GetString()));
        Assert.Equal(("CAROUSEL", "17889455560051444,17889455560051444", "both"), (bodies[2].GetProperty("media_type").GetString(), bodies[2].GetProperty("children").GetString(), bodies[2].GetProperty("caption").GetString()));
    }

    [Fact]
    public async Task a_post_whose_answer_was_lost_is_not_published_again()
    {
        var key = NewKey();
        Holds("FINISHED", "PUBLISHED").On(PublishIt, 500, "<html>oops</html>").On(List, 200, JsonSerializer.Serialize(new
        {
            data = new object[]
            {
                new { id = "1", caption = "other", permalink = "https://www.instagram.com/p/1/", timestamp = Now() },
                new { id = "17920238422030599", caption = "once", permalink = "https://www.instagram.com/p/once/", timestamp = Now() }
            }
        }));
        await using var client = await Start();
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Post(client, new { caption = "once", media_urls = new[] { Photo } }, key)));
        Assert.Equal("17920238422030599", Delivered(await Post(client, new { caption = "once", media_urls = new[] { Photo } }, key)).GetProperty("post_id").GetString());
        Assert.Equal("https://www.instagram.com/p/once/", Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("post_url").GetString());
        Assert.Single(_graph.Asked(PublishIt));
        Assert.Single(_graph.Asked(Media));
    }

    [Fact]
    public async Task a_container_that_was_not_published_is_published_by_the_repeat()
    {
        var key = NewKey();
        Holds("FINISHED").On(PublishIt, 503, "").Publishes();
        await using var client = await Start();
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Post(client, new { caption = "late", media_urls = new[] { Photo } }, key)));
        Assert.False(Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("found").GetBoolean());
        Delivered(await Post(client, new { caption = "late", media_urls = new[] { Photo } }, key));
        Assert.Single(_graph.Asked(Media));
    }

    [Fact]
    public async Task a_post_is_out_though_instagram_does_not_say_where()
    {
        Holds("FINISHED").On(PublishIt, 200, """{"id":"17920238422030506"}""").On("GET /17920238422030506", 500, "");
        await using var client = await Start();
        Assert.Equal("https://www.instagram.com/ada/", Delivered(await Post(client, new { caption = "a", media_urls = new[] { Photo } }, NewKey())).GetProperty("post_url").GetString());
    }

    [Fact]
    public async Task a_comment_is_answered_and_the_answer_found_again()
    {
        const string replies = "/17870913679156914/replies";
        var key = NewKey();
        _graph.On($"POST {replies}", 500, "").On($"GET {replies}", 200, JsonSerializer.Serialize(new
        {
            data = new object[] { new { id = "1", text = "thanks", username = "eve", timestamp = Now() }, new { id = "17870913679156999", text = "thanks", username = "Ada", timestamp = Now() } }
        }));
        await using var client = await Start();
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Post(client, new { caption = "thanks", reply_to = "17870913679156914" }, key)));
        Assert.Equal("17870913679156999", Delivered(await Post(client, new { caption = "thanks", reply_to = "17870913679156914" }, key)).GetProperty("post_id").GetString());
        Assert.Equal("thanks", JsonElement.Parse(Assert.Single(_graph.Asked($"POST {replies}")).Body).GetProperty("message").GetString());
    }

    [Theory]
    [InlineData(190, 463, "Error validating access token: Session has expired.", "AUTH_FAILED", false)]
    [InlineData(4, 2207051, "We restrict certain activity to protect our community.", "AUTH_FAILED", false)]
    [InlineData(9, 2207042, "You reached maximum number of posts.", "RATE_LIMIT", true)]
    [InlineData(4, 0, "Application request limit reached", "RATE_LIMIT", true)]
    [InlineData(36000, 2207004, "The image size is too large.", "INVALID_ARGUMENTS", false)]
    [InlineData(-1, 2207001, "Instagram server error. Try again.", "WORKER_ERROR", true)]
    public async Task a_refusal_of_instagram_has_its_code(int number, int subcode, string words, string code, bool retryable)
    {
        _graph.On(Media, 400, JsonSerializer.Serialize(new { error = new { message = words, type = "OAuthException", code = number, error_subcode = subcode, is_transient = false, fbtrace_id = "A6LJylpZRKw2xKLFsAP-cJh" } }),
            ("X-Business-Use-Case-Usage", """{"90010177253934":[{"type":"instagram","call_count":100,"total_cputime":1,"total_time":1,"estimated_time_to_regain_access":19}]}"""));
        await using var client = await Start();
        var error = Refused(await Post(client, new { caption = "a", media_urls = new[] { Photo } }, NewKey()));
        Assert.Equal((code, retryable), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
        Assert.Contains(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(code == "RATE_LIMIT", error.TryGetProperty("retryAfterSeconds", out var wait) && wait.GetInt32() == 19 * 60);
    }

    public void Dispose() => _graph.Dispose();

    private (string, string)[] Settings =>
        [("CHIMERA_MCP_BACKEND", "real"), ("INSTAGRAM_API_URL", _graph.Url), ("INSTAGRAM_ACCOUNTS", """[{"handle":"@ada","user_id":"90010177253934","access_token":"IGQVtoken-4711"}]""")];

    private Task<McpClient> Start(params (string, string)[] more) => servers.Stdio("mcp-server-instagram", [.. Settings, .. more]);

    private static Task<ModelContextProtocol.Protocol.CallToolResult> Post(McpClient client, object post, string key) => Call(client, "post_instagram", post, By(Guid.NewGuid(), key));

    private PlatformStub Holds(params string[] states)
    {
        _graph.On(Media, 200, """{"id":"17889455560051444"}""");
        foreach (var state in states) _graph.On(Container, 200, $$"""{"status_code":"{{state}}","status":"Finished: Media has been uploaded and it is ready to be published.","id":"17889455560051444"}""");
        return _graph;
    }

    private JsonElement[] Bodies() => [.. _graph.Asked(Media).Select(asked => JsonElement.Parse(asked.Body))];

    private static string NewKey() => Guid.NewGuid().ToString();

    private static string Now() => DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss+0000", CultureInfo.InvariantCulture);
}
