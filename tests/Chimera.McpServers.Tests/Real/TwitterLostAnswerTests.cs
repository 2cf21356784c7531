using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed class TwitterLostAnswerTests(RealTwitter twitter) : IClassFixture<RealTwitter>
{
    private const int Tweets = 60;

    [Fact]
    public async Task tweets_of_which_every_fifth_answer_is_lost_are_madeexactly_once_each()
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
}
