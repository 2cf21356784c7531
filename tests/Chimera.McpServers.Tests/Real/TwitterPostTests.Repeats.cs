using System.Text.Json;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed partial class TwitterPostTests
{
    [Theory]
    [InlineData("Read example.com now", "http://example.com")]
    [InlineData("Read https://example.com/ now", "https://example.com")]
    [InlineData("Read https://example.com/a now", "https://example.com/a/")]
    public async Task a_link_is_the_same_though_x_writes_it_otherwise(string text, string expanded)
    {
        var (client, key) = (await twitter.Start(), NewKey());
        twitter.X.On(XStub.Tweets, 502, "").Shows(new { id = "1445880548472328197", text = "Read https://t.co/abc now", entities = new { urls = new[] { new { url = "https://t.co/abc", expanded_url = expanded } } } });
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Call(client, "post_tweet", new { text }, By(Guid.NewGuid(), key))));
        Assert.Equal("1445880548472328197", Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("tweet_id").GetString());
    }

    [Fact]
    public async Task a_repeat_looks_before_it_posts_and_posts_when_there_is_nothing()
    {
        var (client, key) = (await twitter.Start(), NewKey());
        twitter.X.On(XStub.Tweets, 503, XStub.Problem(503, "Service Unavailable", "Service Unavailable")).Posts("1445880548472328194").Shows(new { id = "1", text = "other words" });
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Call(client, "post_tweet", new { text = "again" }, By(Guid.NewGuid(), key))));
        Assert.False(Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("found").GetBoolean());
        Assert.Equal("1445880548472328194", Delivered(await Call(client, "post_tweet", new { text = "again" }, By(Guid.NewGuid(), key))).GetProperty("tweet_id").GetString());
        Assert.Equal([XStub.Tweets, XStub.Timeline, XStub.Timeline, XStub.Tweets], twitter.X.Everything.Where(one => one.What is XStub.Tweets or XStub.Timeline).Select(one => one.What));
    }

    [Fact]
    public async Task a_repeat_posts_what_the_first_call_asked_for_so_that_it_is_found_by_it()
    {
        var (client, key) = (await twitter.Start(), NewKey());
        twitter.X.On(XStub.Tweets, 503, "").Posts().Shows();
        // a repeat has uploaded the same picture once more
        Assert.Equal("OUTCOME_UNKNOWN", Code(await Call(client, "post_tweet", new { text = "look", media_ids = new[] { "71" } }, By(Guid.NewGuid(), key))));
        Delivered(await Call(client, "post_tweet", new { text = "look", media_ids = new[] { "72" } }, By(Guid.NewGuid(), key)));
        Assert.All(twitter.X.Asked(XStub.Tweets), asked => Assert.Equal("71", JsonElement.Parse(asked.Body).GetProperty("media").GetProperty("media_ids")[0].GetString()));
    }
}
