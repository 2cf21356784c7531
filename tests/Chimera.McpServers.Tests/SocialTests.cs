using System.Text.Json;
using System.Threading.Channels;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests;

public sealed class SocialTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    [Theory]
    [InlineData("mcp-server-twitter", "post_tweet", "text", "tweet")]
    [InlineData("mcp-server-instagram", "post_instagram", "caption", "post")]
    [InlineData("mcp-server-tiktok", "post_tiktok", "caption", "post")]
    public async Task a_key_posts_once_and_finds_its_post(string server, string tool, string field, string word)
    {
        var (agent, key, words) = (Guid.NewGuid(), Guid.NewGuid().ToString(), $"Words of {Guid.NewGuid()}");
        var client = await servers.Stdio(server);

        var first = Delivered(await Call(client, tool, new Dictionary<string, object> { [field] = words }, By(agent, key)));
        var again = Delivered(await Call(client, tool, new Dictionary<string, object> { [field] = words }, By(agent, key)));
        var found = Delivered(await Call(client, "find_post", new { idempotency_key = key }));
        var none = Delivered(await Call(client, "find_post", new { idempotency_key = "no such key" }));

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(first.GetProperty($"{word}_id").GetString(), found.GetProperty($"{word}_id").GetString());
        Assert.StartsWith("http://chimera.test/sandbox/", first.GetProperty($"{word}_url").GetString(), StringComparison.Ordinal);
        Assert.False(none.GetProperty("found").GetBoolean());
        Assert.Equal(1, await servers.Database.Ask<long>($"select count(*) from chimera_sandbox.posts where idempotency_key = '{key}' and handle = 'ada'"));
    }

    [Fact]
    public async Task the_same_words_under_another_key_are_refused()
    {
        var agent = Guid.NewGuid();
        var client = await servers.Stdio("mcp-server-twitter");
        Delivered(await Call(client, "post_tweet", new { text = "said once" }, By(agent, Guid.NewGuid().ToString())));
        Assert.Equal("DUPLICATE_CONTENT", Code(await Call(client, "post_tweet", new { text = "said once" }, By(agent, Guid.NewGuid().ToString()))));
    }

    [Fact]
    public async Task uploaded_media_stand_in_the_post()
    {
        var client = await servers.Stdio("mcp-server-twitter");
        var id = Delivered(await Call(client, "upload_media", new { media_url = "http://chimera.test/media/a.png" })).GetProperty("media_id").GetString();
        var key = Guid.NewGuid().ToString();
        Delivered(await Call(client, "post_tweet", new { text = "look", media_ids = new[] { id } }, By(Guid.NewGuid(), key)));
        Assert.Equal(["http://chimera.test/media/a.png"], await servers.Database.Ask<string[]>($"select media_urls from chimera_sandbox.posts where idempotency_key = '{key}'"));
        Assert.Equal("INVALID_ARGUMENTS", Code(await Call(client, "post_tweet", new { text = "look", media_ids = new[] { "17" } })));
    }

    [Fact]
    public async Task mentions_are_read_whole_after_a_cursor_and_told()
    {
        var client = await servers.Http("mcp-server-twitter", protocol: "2025-11-25");
        await Read(client, "twitter://mentions");
        var told = Channel.CreateUnbounded<string>();
        await using var subscription = await Subscribe(client, told);
        Assert.Equal("twitter://mentions", await told.Reader.ReadAsync(Stop)); // once, whatever has changed before
        var first = await servers.Database.Ask<string>("select chimera_sandbox.mention('hello @ada', 'bob')");
        var payload = await Read(client, "twitter://mentions");
        Assert.Equal(("twitter_mentions", 120), (payload.GetProperty("resource_type").GetString(), payload.GetProperty("poll_interval_seconds").GetInt32()));
        var mention = payload.GetProperty("data_format").GetProperty("mentions").EnumerateArray().Last();
        Assert.Equal((first, "bob", "hello @ada", 0), (mention.GetProperty("mention_id").GetString(), mention.GetProperty("author").GetProperty("username").GetString(),
            mention.GetProperty("content").GetString(), mention.GetProperty("engagement").GetProperty("likes").GetInt32()));

        var second = await servers.Database.Ask<string>("select chimera_sandbox.mention('and again')");
        var rest = (await Read(client, $"twitter://mentions?since_id={first}")).GetProperty("data_format").GetProperty("mentions");
        Assert.Equal([second], rest.EnumerateArray().Select(one => one.GetProperty("mention_id").GetString()));
        while (told.Reader.Count == 0)
        {
            // the client may have opened its stream after the mentions above
            await servers.Database.Ask<string>("select chimera_sandbox.mention('once more')");
            await Read(client, "twitter://mentions");
        }
        Assert.Equal("twitter://mentions", await told.Reader.ReadAsync(Stop));
    }

    [Fact]
    public async Task everybody_who_subscribes_over_http_is_told_at_once()
    {
        var url = new Uri(await servers.Listen("mcp-server-twitter"));
        for (var i = 0; i < 3; i++)
        {
            var transport = new HttpClientTransport(new() { Endpoint = url, TransportMode = HttpTransportMode.StreamableHttp });
            await using var client = await McpClient.CreateAsync(transport, new() { ProtocolVersion = "2025-11-25" }, cancellationToken: Stop);
            var told = Channel.CreateUnbounded<string>();
            await using var subscription = await Subscribe(client, told);
            Assert.Equal("twitter://mentions", await told.Reader.ReadAsync(Stop));
        }
    }

    [Fact]
    public async Task whoever_subscribed_is_told_again_after_the_database_hung_up()
    {
        await using var client = await servers.StdioAt("2025-11-25", "mcp-server-twitter");
        var told = Channel.CreateUnbounded<string>();
        await using var subscription = await Subscribe(client, told);
        await told.Reader.ReadAsync(Stop);
        Assert.True(await servers.Database.Ask<bool>(
            "select bool_and(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and query = 'listen chimera_sandbox'"));
        await told.Reader.ReadAsync(Stop);
        await servers.Database.Ask<string>("select chimera_sandbox.mention('still there?')");
        Assert.Equal("twitter://mentions", await told.Reader.ReadAsync(Stop));
    }

    [Theory]
    [InlineData("mcp-server-twitter", "twitter://mentions")]
    [InlineData("mcp-server-news", "news://trending")]
    public async Task a_resource_that_does_not_change_is_told_of_once(string server, string uri)
    {
        var client = await servers.StdioAt("2025-11-25", server);
        var (told, first) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var subscription = await client.SubscribeToResourceAsync(uri, (_, _) =>
        {
            Interlocked.Increment(ref told);
            first.TrySetResult();
            return default;
        }, cancellationToken: Stop);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop); // it is listened for from now on
        for (var i = 0; i < 20; i++) await Read(client, uri);
        Assert.InRange(told, 1, 2); // the hour of the news may turn
    }

    private static Task<IAsyncDisposable> Subscribe(McpClient client, Channel<string> told) => client.SubscribeToResourceAsync("twitter://mentions", (update, _) =>
    {
        told.Writer.TryWrite(update.Uri);
        return default;
    }, cancellationToken: Stop);

    internal static async Task<JsonElement> Read(McpClient client, string uri) =>
        JsonDocument.Parse(((TextResourceContents)(await client.ReadResourceAsync(uri, cancellationToken: Stop)).Contents.Single()).Text).RootElement;
}
