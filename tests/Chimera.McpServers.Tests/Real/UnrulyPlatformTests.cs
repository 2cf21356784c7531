using System.Text;
using ModelContextProtocol.Client;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

/// <summary>What the answer of a platform may do wrong, and what is told of it.</summary>
public sealed class UnrulyPlatformTests(SandboxServers servers) : IClassFixture<SandboxServers>, IDisposable
{
    private readonly PlatformStub _x = new();

    public static TheoryData<string> Misbehaviours => ["html", "half", "number", "huge", "empty", "hangs", "no id", "no snowflake"];

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task a_tweet_whose_answer_is_none_may_be_out(string misbehaviour)
    {
        Misbehave(XStub.Tweets, misbehaviour);
        await using var client = await Start();
        var error = Refused(await Call(client, "post_tweet", new { text = "a" }, By(Guid.NewGuid(), Guid.NewGuid().ToString())));
        Assert.Equal("OUTCOME_UNKNOWN", error.GetProperty("code").GetString());
        Assert.Single(_x.Asked(XStub.Tweets));
        // and the server is of use again
        _x.Afresh().LetsIn().Posts();
        Delivered(await Call(client, "post_tweet", new { text = "b" }, By(Guid.NewGuid(), Guid.NewGuid().ToString())));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("half")]
    [InlineData("huge")]
    [InlineData("hangs")]
    public async Task a_reading_whose_answer_is_none_may_be_tried_again(string misbehaviour)
    {
        Misbehave("POST /2/media/upload/initialize", misbehaviour);
        var file = Path.Combine(servers.Media, $"{new string('a', 64)}.png");
        await File.WriteAllBytesAsync(file, [1, 2, 3], Stop);
        await using var client = await Start();
        var error = Refused(await Call(client, "upload_media", new { media_url = $"http://chimera.test/media/{Path.GetFileName(file)}" }));
        Assert.Equal(("WORKER_ERROR", true), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
    }

    [Fact]
    public async Task a_platform_that_is_not_there_has_posted_nothing()
    {
        var gone = new PlatformStub();
        var settings = XStub.Settings(gone);
        gone.Dispose();
        await using var client = await servers.Stdio("mcp-server-twitter", settings);
        Assert.Equal("WORKER_ERROR", Code(await Call(client, "post_tweet", new { text = "a" }, By(Guid.NewGuid(), Guid.NewGuid().ToString()))));
    }

    [Fact]
    public async Task a_reading_that_stumbles_is_repeated_and_a_posting_is_not()
    {
        _x.LetsIn().On(XStub.Mentions, 503, "").On(XStub.Mentions, 200, """{"meta":{"result_count":0}}""").On(XStub.Tweets, 503, "");
        await using var client = await Start();
        await SocialTests.Read(client, "twitter://mentions");
        Assert.Equal(2, _x.Asked(XStub.Mentions).Count);
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Call(client, "post_tweet", new { text = "a" }, By(Guid.NewGuid(), Guid.NewGuid().ToString()))));
        Assert.Single(_x.Asked(XStub.Tweets));
    }

    [Fact]
    public async Task a_platform_that_only_fails_is_left_alone_for_a_while()
    {
        _x.LetsIn().On(XStub.Mentions, 500, "");
        await using var client = await Start();
        var before = 0;
        for (var i = 0; i < 8; i++)
        {
            before = _x.Asked(XStub.Mentions).Count;
            await Assert.ThrowsAnyAsync<Exception>(() => SocialTests.Read(client, "twitter://mentions"));
        }
        Assert.Equal(before, _x.Asked(XStub.Mentions).Count);
        Assert.InRange(before, 8, 20);
        var error = Refused(await Call(client, "post_tweet", new { text = "a" }, By(Guid.NewGuid(), Guid.NewGuid().ToString())));
        Assert.Equal("WORKER_ERROR", error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task a_platform_that_is_asked_too_often_goes_on_to_say_so()
    {
        _x.LetsIn().On(XStub.Mentions, 429, XStub.Problem(429, "Too Many Requests", "Too Many Requests"));
        await using var client = await Start();
        for (var i = 0; i < 15; i++)
        {
            var refused = await Assert.ThrowsAsync<ModelContextProtocol.McpProtocolException>(() => SocialTests.Read(client, "twitter://mentions"));
            Assert.Contains("RATE_LIMIT: ", refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal(15, _x.Asked(XStub.Mentions).Count);
    }

    public void Dispose() => _x.Dispose();

    private Task<McpClient> Start() => servers.Stdio("mcp-server-twitter", XStub.Settings(_x, ("CHIMERA_MCP_HTTP_TIMEOUT_SECONDS", "3")));

    private void Misbehave(string what, string misbehaviour)
    {
        _x.LetsIn();
        _ = misbehaviour switch
        {
            "html" => _x.On(what, 200, "<!doctype html><title>Log in to this network</title>", ("Content-Type", "text/html")),
            "half" => _x.On(what, 201, """{"data":{"id":"1445880548472328192","te"""),
            "number" => _x.On(what, 201, "42"),
            "huge" => _x.On(what, Encoding.UTF8.GetBytes(new string(' ', 50_000_000)), "application/json"),
            "empty" => _x.On(what, 201, ""),
            "no id" => _x.On(what, 201, """{"data":{"text":"a"}}"""),
            "no snowflake" => _x.On(what, 201, """{"data":{"id":"soon","text":"a"}}"""),
            _ => _x.Hangs(what)
        };
    }
}
