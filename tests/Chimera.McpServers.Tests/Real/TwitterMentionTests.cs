using System.Text.Json;
using ModelContextProtocol;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed class TwitterMentionTests(RealTwitter twitter) : IClassFixture<RealTwitter>
{
    private const string Newer = """
        {"data":[{"id":"1445880548472328300","text":"@ada &lt;3 \u202Bשלום\u202C 😀","author_id":"15","created_at":"2026-10-06T22:40:00.000Z",
           "public_metrics":{"retweet_count":2,"reply_count":1,"like_count":7,"quote_count":0}},
          {"id":"1445880548472328200","text":"who was this","author_id":"16","created_at":"2026-10-06T22:39:00.000Z","public_metrics":{"retweet_count":0,"reply_count":0,"like_count":0,"quote_count":0}}],
         "includes":{"users":[{"id":"15","name":"Bob B.","username":"bob","verified":true,"public_metrics":{"followers_count":1234,"following_count":5,"tweet_count":6,"listed_count":0}}]},
         "meta":{"result_count":2,"newest_id":"1445880548472328300","oldest_id":"1445880548472328200","next_token":"7140w"}}
        """;

    private const string Older = """
        {"data":[{"id":"1445880548472328100","text":"@ada first","author_id":"15","created_at":"2026-10-06T22:38:00.000Z"}],
         "includes":{"users":[{"id":"15","name":"Bob B.","username":"bob"}]},"meta":{"result_count":1}}
        """;

    [Fact]
    public async Task the_newest_mentions_are_one_page_oldest_first()
    {
        var client = await twitter.Start();
        twitter.X.On(XStub.Mentions, 200, Newer);
        var payload = await SocialTests.Read(client, "twitter://mentions");
        Assert.Equal(("twitter_mentions", 120), (payload.GetProperty("resource_type").GetString(), payload.GetProperty("poll_interval_seconds").GetInt32()));
        var mentions = payload.GetProperty("data_format").GetProperty("mentions").EnumerateArray().ToArray();
        Assert.Equal(["1445880548472328200", "1445880548472328300"], mentions.Select(Id));
        var (author, engagement) = (mentions[1].GetProperty("author"), mentions[1].GetProperty("engagement"));
        Assert.Equal(("bob", "Bob B.", true, 1234), (author.GetProperty("username").GetString(), author.GetProperty("display_name").GetString(), author.GetProperty("verified").GetBoolean(), author.GetProperty("follower_count").GetInt32()));
        Assert.Equal((7, 2, 1), (engagement.GetProperty("likes").GetInt32(), engagement.GetProperty("retweets").GetInt32(), engagement.GetProperty("replies").GetInt32()));
        Assert.Equal("@ada <3 \u202Bשלום\u202C 😀", mentions[1].GetProperty("content").GetString());
        // an author who has gone is known by the id only
        Assert.Equal("16", mentions[0].GetProperty("author").GetProperty("username").GetString());
        Assert.Single(twitter.X.Asked(XStub.Mentions));
    }

    [Fact]
    public async Task mentions_after_a_cursor_are_read_to_the_last_page()
    {
        var client = await twitter.Start();
        twitter.X.On(XStub.Mentions, 200, Newer).On(XStub.Mentions, 200, Older);
        var mentions = (await SocialTests.Read(client, "twitter://mentions?since_id=1445880548472328000")).GetProperty("data_format").GetProperty("mentions");
        Assert.Equal(["1445880548472328100", "1445880548472328200", "1445880548472328300"], mentions.EnumerateArray().Select(Id));
        var asked = twitter.X.Asked(XStub.Mentions);
        Assert.All(asked, one => Assert.Contains("since_id=1445880548472328000", one.Query, StringComparison.Ordinal));
        Assert.Contains("pagination_token=7140w", asked[1].Query, StringComparison.Ordinal);
        Assert.Contains("user.fields=username,name,verified,public_metrics", asked[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task no_mentions_are_an_empty_list()
    {
        var client = await twitter.Start();
        twitter.X.On(XStub.Mentions, 200, """{"meta":{"result_count":0}}""");
        Assert.Equal(0, (await SocialTests.Read(client, "twitter://mentions?since_id=1")).GetProperty("data_format").GetProperty("mentions").GetArrayLength());
    }

    [Theory]
    [InlineData("INVALID_ARGUMENTS", "yesterday", 200)]
    [InlineData("RATE_LIMIT", "5", 429)]
    [InlineData("AUTH_FAILED", "5", 403)]
    [InlineData("WORKER_ERROR", "5", 503)]
    public async Task a_reading_that_fails_begins_with_its_code(string code, string since, int status)
    {
        var client = await twitter.Start();
        twitter.X.On(XStub.Mentions, status, XStub.Problem(status, "Title", "Detail"));
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => SocialTests.Read(client, $"twitter://mentions?since_id={since}"));
        Assert.Contains($"{code}: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_account_that_is_locked_out_does_not_hide_the_mentions_of_the_others()
    {
        twitter.X.Afresh().On(XStub.Tokens, 200, """{"token_type":"bearer","expires_in":7200,"access_token":"a","refresh_token":"r"}""")
            .On("GET /2/users/me", 200, """{"data":{"id":"9","name":"Bob","username":"bob"}}""").On("GET /2/users/me", 200, """{"data":{"id":"2244994945","name":"Ada","username":"ada"}}""")
            .On("GET /2/users/9/mentions", 403, XStub.Problem(403, "Forbidden", "Suspended")).On(XStub.Mentions, 200, Older);
        await using var client = await twitter.Servers.Stdio("mcp-server-twitter", XStub.Settings(twitter.X, ("TWITTER_ACCOUNTS", """[{"handle":"bob","refresh_token":"1"},{"handle":"ada","refresh_token":"2"}]""")));
        var mentions = (await SocialTests.Read(client, "twitter://mentions")).GetProperty("data_format").GetProperty("mentions");
        Assert.Equal("1445880548472328100", Id(Assert.Single(mentions.EnumerateArray())));
    }

    [Fact]
    public async Task a_mention_so_young_that_an_account_read_before_may_have_an_older_one_is_left_for_the_next_reading()
    {
        var client = await twitter.Start();
        var young = JsonSerializer.Serialize(new { data = new[] { new { id = "1445880548472328900", text = "@ada now", created_at = DateTimeOffset.UtcNow.AddMinutes(5) }, new { id = "1445880548472328800", text = "@ada then", created_at = DateTimeOffset.UtcNow.AddMinutes(-5) } } });
        twitter.X.On(XStub.Mentions, 200, young);
        var mentions = (await SocialTests.Read(client, "twitter://mentions?since_id=1445880548472328000")).GetProperty("data_format").GetProperty("mentions");
        Assert.Equal("1445880548472328800", Id(Assert.Single(mentions.EnumerateArray())));
    }

    private static string? Id(JsonElement mention) => mention.GetProperty("mention_id").GetString();
}
