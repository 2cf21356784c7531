using System.Globalization;
using System.Text.Json;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed partial class TwitterPostTests(RealTwitter twitter) : IClassFixture<RealTwitter>
{
    [Fact]
    public async Task a_tweet_is_posted_with_its_reply_and_media()
    {
        var client = await twitter.Start();
        twitter.X.Posts("1445880548472328192");
        var tweet = Delivered(await Call(client, "post_tweet", new { text = "Hello wörld 😀", reply_to = "1440000000000000001", media_ids = new[] { "1880028106020515840" } }, By(Guid.NewGuid(), NewKey())));
        Assert.Equal(("1445880548472328192", "https://x.com/Ada/status/1445880548472328192"), (tweet.GetProperty("tweet_id").GetString(), tweet.GetProperty("tweet_url").GetString()));
        Assert.Equal(new DateTimeOffset(2021, 10, 6, 22, 37, 13, 400, TimeSpan.Zero), tweet.GetProperty("posted_at").GetDateTimeOffset(), TimeSpan.FromMinutes(5));

        var asked = Assert.Single(twitter.X.Asked(XStub.Tweets));
        Assert.StartsWith("Bearer access-", asked.Headers["Authorization"], StringComparison.Ordinal);
        var body = JsonElement.Parse(asked.Body);
        Assert.Equal(("1440000000000000001", "1880028106020515840"), (body.GetProperty("reply").GetProperty("in_reply_to_tweet_id").GetString(), body.GetProperty("media").GetProperty("media_ids")[0].GetString()));
        Assert.Equal("Hello wörld 😀", body.GetProperty("text").GetString());
    }

    [Fact]
    public async Task a_key_posts_once_and_finds_its_tweet_without_asking_x()
    {
        var (client, key) = (await twitter.Start(), NewKey());
        twitter.X.Posts();
        var first = Delivered(await Call(client, "post_tweet", new { text = "once" }, By(Guid.NewGuid(), key)));
        var again = Delivered(await Call(client, "post_tweet", new { text = "once" }, By(Guid.NewGuid(), key)));
        var found = Delivered(await Call(client, "find_post", new { idempotency_key = key }));
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(first.GetProperty("posted_at").GetDateTimeOffset(), found.GetProperty("posted_at").GetDateTimeOffset());
        Assert.Single(twitter.X.Asked(XStub.Tweets));
        Assert.Empty(twitter.X.Asked(XStub.Timeline));
    }

    [Fact]
    public async Task a_tweet_whose_answer_was_lost_is_found_in_the_timeline_and_not_posted_again()
    {
        var (client, key) = (await twitter.Start(), NewKey());
        twitter.X.On(XStub.Tweets, 502, "<html>bad gateway</html>", ("Content-Type", "text/html"));
        var lost = Refused(await Call(client, "post_tweet", new { text = "Tea & biscuits https://example.com/a?b=1", media_ids = new[] { "77" } }, By(Guid.NewGuid(), key)));
        Assert.Equal(("OUTCOME_UNKNOWN", false), (lost.GetProperty("code").GetString(), lost.GetProperty("retryable").GetBoolean()));

        twitter.X.Shows(
            new { id = "1445880548472328100", text = "something else" },
            new
            {
                id = "1445880548472328193", text = "Tea &amp; biscuits https://t.co/abc https://t.co/pic", attachments = new { media_keys = new[] { "3_77" } },
                entities = new { urls = new object[] { new { url = "https://t.co/abc", expanded_url = "https://example.com/a?b=1" }, new { url = "https://t.co/pic", expanded_url = "https://x.com/ada/status/1/photo/1", media_key = "3_77" } } }
            });
        var found = Delivered(await Call(client, "find_post", new { idempotency_key = key }));
        var again = Delivered(await Call(client, "post_tweet", new { text = "Tea & biscuits https://example.com/a?b=1", media_ids = new[] { "77" } }, By(Guid.NewGuid(), key)));
        Assert.Equal(("1445880548472328193", "1445880548472328193"), (found.GetProperty("tweet_id").GetString(), again.GetProperty("tweet_id").GetString()));
        Assert.Single(twitter.X.Asked(XStub.Tweets));
        Assert.Contains("start_time=", twitter.X.Asked(XStub.Timeline)[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_reply_is_found_though_x_names_the_addressee_before_it()
    {
        var (client, key) = (await twitter.Start(), NewKey());
        twitter.X.On(XStub.Tweets, 500, "").Shows(
            new { id = "1445880548472328195", text = "@bob thanks", referenced_tweets = new[] { new { type = "replied_to", id = "41" } } },
            new { id = "1445880548472328196", text = "@bob thanks", referenced_tweets = new[] { new { type = "replied_to", id = "42" } } });
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Call(client, "post_tweet", new { text = "thanks", reply_to = "42" }, By(Guid.NewGuid(), key))));
        Assert.Equal("1445880548472328196", Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("tweet_id").GetString());
    }

    [Theory]
    [InlineData(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.", "DUPLICATE_CONTENT", false)]
    [InlineData(403, "Forbidden", "You attempted to reply to a Tweet that is deleted or not visible to you.", "INVALID_ARGUMENTS", false)]
    [InlineData(403, "Forbidden", "You are not permitted to perform this action.", "AUTH_FAILED", false)]
    [InlineData(401, "Unauthorized", "Unauthorized", "AUTH_FAILED", false)]
    [InlineData(402, "CreditsDepleted", "Your enrolled account does not have any credits to fulfill this request.", "PLATFORM_NOT_CONFIGURED", false)]
    [InlineData(429, "Too Many Requests", "Too Many Requests", "RATE_LIMIT", true)]
    [InlineData(400, "Invalid Request", "One or more parameters to your request was invalid.", "INVALID_ARGUMENTS", false)]
    public async Task a_refusal_of_x_has_its_code_and_the_next_call_of_the_key_is_the_first_again(int status, string title, string detail, string code, bool retryable)
    {
        var (client, key) = (await twitter.Start(), NewKey());
        twitter.X.Refuses(status, title, detail);
        if (status == 401) twitter.X.Refuses(status, title, detail);
        twitter.X.Posts();
        var error = Refused(await Call(client, "post_tweet", new { text = $"refused {status}" }, By(Guid.NewGuid(), key)));
        Assert.Equal((code, retryable), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
        Assert.Contains(detail, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Delivered(await Call(client, "post_tweet", new { text = $"refused {status}" }, By(Guid.NewGuid(), key)));
        Assert.Empty(twitter.X.Asked(XStub.Timeline));
    }

    [Theory]
    [InlineData("x-rate-limit-reset", 120, "x-other", 0)]
    [InlineData("x-rate-limit-reset", 30, "x-user-limit-24hour", 4000)]
    public async Task a_rate_limit_says_when_its_window_ends(string header, int seconds, string day, int daySeconds)
    {
        var client = await twitter.Start();
        string In(int later) => DateTimeOffset.UtcNow.AddSeconds(later).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        twitter.X.Refuses(429, "Too Many Requests", "Too Many Requests", (header, In(seconds)), ($"{day}-remaining", "0"), ($"{day}-reset", In(daySeconds)));
        var wait = Refused(await Call(client, "post_tweet", new { text = "often" }, By(Guid.NewGuid(), NewKey()))).GetProperty("retryAfterSeconds").GetInt32();
        Assert.InRange(wait, Math.Max(seconds, daySeconds) - 20, Math.Max(seconds, daySeconds) + 1);
    }

    [Fact]
    public async Task nobody_posts_under_anothers_name()
    {
        var client = await twitter.Start();
        twitter.X.Posts();
        var meta = By(Guid.NewGuid(), NewKey());
        meta["io.chimera/handle"] = "eve";
        Assert.Equal("AUTH_FAILED", Code(await Call(client, "post_tweet", new { text = "I am Ada" }, meta)));
        Assert.Empty(twitter.X.Asked(XStub.Tweets));
    }

    [Fact]
    public async Task an_agent_without_a_handle_does_not_post_under_the_only_account_there_is()
    {
        var client = await twitter.Start();
        twitter.X.Posts();
        var meta = By(Guid.NewGuid(), NewKey());
        meta.Remove("io.chimera/handle");
        var error = Refused(await Call(client, "post_tweet", new { text = "I have no name" }, meta));
        Assert.Equal(("AUTH_FAILED", "The agent has no account on X."), (error.GetProperty("code").GetString(), error.GetProperty("message").GetString()));
        Assert.Empty(twitter.X.Asked(XStub.Tweets));
        // a person at a client may
        Delivered(await Call(client, "post_tweet", new { text = "I am no agent" }));
    }

    private static string NewKey() => Guid.NewGuid().ToString();
}
