using System.Diagnostics;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests;

public sealed class KnobTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    private const string Twitter = "mcp-server-twitter", Instagram = "mcp-server-instagram", TikTok = "mcp-server-tiktok";

    [Fact]
    public async Task an_error_strikes_as_often_as_it_was_told_to_and_calls_are_counted()
    {
        var client = await servers.Stdio(Twitter);
        await Ready(client);
        await servers.Turn(Twitter, "post_tweet", "error_code, retry_after_seconds, times_left", "'RATE_LIMIT', 90, 2");
        Task<long> Calls() => servers.Database.Ask<long>($"select coalesce(sum(calls), 0)::bigint from chimera_sandbox.calls where server = '{Twitter}' and tool = 'post_tweet'");
        var before = await Calls();
        for (var i = 0; i < 2; i++)
        {
            var error = Refused(await Call(client, "post_tweet", new { text = "struck" }));
            Assert.Equal(("RATE_LIMIT", true, 90), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean(), error.GetProperty("retryAfterSeconds").GetInt32()));
        }
        Delivered(await Call(client, "post_tweet", new { text = "struck" }));
        Assert.Equal(3, await Calls() - before);
    }

    [Fact]
    public async Task a_share_of_0_never_strikes_and_latency_is_waited_for()
    {
        var client = await servers.Stdio(Instagram);
        await Ready(client);
        await servers.Turn(Instagram, "post_instagram", "error_code, error_share, latency_ms", "'AUTH_FAILED', 0, 300");
        var clock = Stopwatch.StartNew();
        Delivered(await Call(client, "post_instagram", new { caption = "late" }));
        Assert.True(clock.ElapsedMilliseconds >= 300);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_lost_answer_was_acted_on(bool http)
    {
        var client = http ? await servers.Http(TikTok) : await servers.Stdio(TikTok);
        await Ready(client);
        await servers.Turn(TikTok, "post_tiktok", "lost_share", "1");
        var key = Guid.NewGuid().ToString();
        var lost = Call(client, "post_tiktok", new { caption = $"lost {http}" }, By(Guid.NewGuid(), key));
        while (!Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("found").GetBoolean()) Assert.False(lost.IsCompleted);
        Assert.False(lost.IsCompleted);
    }

    [Theory]
    [InlineData("post_tweet", "AUTH_FAILED", false)]
    [InlineData("post_tweet", "DUPLICATE_CONTENT", false)]
    [InlineData("upload_media", "RATE_LIMIT", true)]
    [InlineData("find_post", "OUTCOME_UNKNOWN", false)]
    [InlineData("find_post", "A_CODE_OF_TOMORROW", false)]
    public async Task any_code_can_strike(string tool, string code, bool retryable)
    {
        object Arguments() => tool switch { "post_tweet" => new { text = $"{Guid.NewGuid()}" }, "upload_media" => new { media_url = "http://a.test/b.png" }, _ => new { idempotency_key = "x" } };
        foreach (var client in new[] { await servers.Stdio(Twitter), await servers.Http(Twitter) })
        {
            await Ready(client);
            await servers.Turn(Twitter, tool, "error_code, times_left", $"'{code}', 1");
            var error = Refused(await Call(client, tool, Arguments()));
            Assert.Equal((code, retryable), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
            Assert.False(error.TryGetProperty("retryAfterSeconds", out _));
            Delivered(await Call(client, tool, Arguments()));
        }
    }

    [Fact]
    public async Task half_of_the_calls_are_struck_when_told_so()
    {
        var client = await servers.Stdio(TikTok);
        await Ready(client);
        await servers.Turn(TikTok, "upload_media", "error_code, error_share", "'RATE_LIMIT', 0.5");
        var struck = 0;
        for (var i = 0; i < 100; i++) struck += (await Call(client, "upload_media", new { media_url = "http://a.test/b.png" })).IsError is true ? 1 : 0;
        Assert.InRange(struck, 20, 80); // less likely than one in a billion to fail
    }

    [Fact]
    public async Task a_resource_has_knobs_and_a_count_by_its_address()
    {
        const string news = "mcp-server-news", uri = "news://trending";
        var client = await servers.Http(news);
        await SocialTests.Read(client, uri);
        await servers.Turn(news, uri, "error_code, times_left", "'RATE_LIMIT', 1");
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => SocialTests.Read(client, uri));
        Assert.Contains("RATE_LIMIT: ", refused.Message, StringComparison.Ordinal);
        await SocialTests.Read(client, uri);
        Assert.Equal(3, await servers.Database.Ask<long>($"select calls from chimera_sandbox.calls where server = '{news}' and tool = '{uri}'"));
    }

    /// <summary>The first call makes the tables.</summary>
    private static async Task Ready(McpClient client) => await Call(client, "find_post", new { idempotency_key = "x" });
}
