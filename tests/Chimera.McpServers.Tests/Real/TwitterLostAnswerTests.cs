using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed class TwitterLostAnswerTests(RealTwitter twitter) : IClassFixture<RealTwitter>
{
    private const int Tweets = 60;

    [Fact]
    public async Task tweets_of_which_every_fifth_answer_is_lost_are_made_exactly_once_each()
    {
        var client = await twitter.Start();
        var (made, asked) = (new ConcurrentQueue<(string Id, string Text)>(), 0);
        twitter.X.On(XStub.Tweets, request =>
        {
            var number = Interlocked.Increment(ref asked);
            var id = (1_445_880_548_472_328_192 + number).ToString(CultureInfo.InvariantCulture);
            made.Enqueue((id, JsonElement.Parse(request.Body).GetProperty("text").GetString()!));
            return Task.FromResult(number % 5 == 0 ? PlatformStub.Message(502, "<html>"u8.ToArray(), ("Content-Type", "text/html")) : PlatformStub.Message(201, JsonSerializer.SerializeToUtf8Bytes(new { data = new { id } })));
        });
        twitter.X.On(XStub.Timeline, _ => Task.FromResult(PlatformStub.Message(200, JsonSerializer.SerializeToUtf8Bytes(new { data = made.Reverse().Take(100).Select(post => new { id = post.Id, text = post.Text }) }))));

        var lost = 0;
        await Parallel.ForAsync(0, Tweets, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (i, _) =>
        {
            var (key, text) = ($"{Guid.NewGuid()}", new { text = $"Tweet {i}" });
            for (var tries = 1; (await Call(client, "post_tweet", text, By(Guid.NewGuid(), key))).IsError is true; tries++)
            {
                Interlocked.Increment(ref lost);
                Assert.True(tries < 3);
            }
        });

        Assert.Equal(Tweets / 5, lost);
        Assert.Equal(Enumerable.Range(0, Tweets).Select(i => $"Tweet {i}").Order(StringComparer.Ordinal), made.Select(post => post.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task calls_of_one_key_at_the_same_time_post_once_over_two_processes()
    {
        twitter.X.Afresh().LetsIn().Posts();
        var settings = XStub.Settings(twitter.X);
        await using var one = await twitter.Servers.Stdio("mcp-server-twitter", settings);
        await using var other = await twitter.Servers.Stdio("mcp-server-twitter", settings);
        var key = $"{Guid.NewGuid()}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Call(i % 2 == 0 ? one : other, "post_tweet", new { text = "once" }, By(Guid.NewGuid(), key))));
        Assert.Single(answers.Select(answer => Delivered(answer).GetRawText()).Distinct());
        Assert.Single(twitter.X.Asked(XStub.Tweets));
    }

    [Fact]
    public async Task a_tweet_of_a_process_that_died_in_the_middle_is_found_by_the_next()
    {
        twitter.X.Afresh().LetsIn().Hangs(XStub.Tweets).Shows(new { id = "1445880548472328555", text = "last words" });
        var (settings, key) = (XStub.Settings(twitter.X), $"{Guid.NewGuid()}");
        await using (var dying = await twitter.Servers.Stdio("mcp-server-twitter", settings))
        {
            _ = Call(dying, "post_tweet", new { text = "last words" }, By(Guid.NewGuid(), key)).ContinueWith(lost => lost.Exception, TaskScheduler.Default);
            while (twitter.X.Asked(XStub.Tweets).Count == 0) await Call(dying, "find_post", new { idempotency_key = "none" });
        }
        await using var next = await twitter.Servers.Stdio("mcp-server-twitter", settings);
        Assert.Equal("1445880548472328555", Delivered(await Call(next, "post_tweet", new { text = "last words" }, By(Guid.NewGuid(), key))).GetProperty("tweet_id").GetString());
        Assert.Single(twitter.X.Asked(XStub.Tweets));
    }

    [Fact]
    public async Task a_caller_without_a_name_must_say_which_account_when_there_are_several()
    {
        await using var client = await twitter.Servers.Stdio("mcp-server-twitter", XStub.Settings(twitter.X.Afresh(), ("TWITTER_ACCOUNTS", """[{"handle":"ada","refresh_token":"1"},{"handle":"bob","refresh_token":"2"}]""")));
        var error = Refused(await Call(client, "post_tweet", new { text = "who?" }));
        Assert.Equal("INVALID_ARGUMENTS", error.GetProperty("code").GetString());
        Assert.StartsWith("/_meta/io.chimera~1handle", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(twitter.X.Everything);
    }
}
