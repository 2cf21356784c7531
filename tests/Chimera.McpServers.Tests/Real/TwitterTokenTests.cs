using System.Text;
using ModelContextProtocol.Client;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

/// <summary>A refresh token of X serves once: whoever loses the next one has lost the account.</summary>
public sealed class TwitterTokenTests(SandboxServers servers) : IClassFixture<SandboxServers>, IDisposable
{
    private readonly PlatformStub _x = new();

    [Fact]
    public async Task the_first_token_is_that_of_the_settings_and_the_app_shows_its_secret()
    {
        _x.LetsIn().Posts();
        await using var client = await servers.Stdio("mcp-server-twitter", XStub.Settings(_x));
        await Tweet(client);
        await Tweet(client);
        var asked = Assert.Single(_x.Asked(XStub.Tokens));
        Assert.Contains("grant_type=refresh_token", asked.Body, StringComparison.Ordinal);
        Assert.Contains($"refresh_token={XStub.FirstRefreshToken}", asked.Body, StringComparison.Ordinal);
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("client-id:client-secret-0815"))}", asked.Headers["Authorization"]);
    }

    [Fact]
    public async Task an_app_without_a_secret_names_itself_in_the_form()
    {
        _x.LetsIn().Posts();
        await using var client = await servers.Stdio("mcp-server-twitter", XStub.Settings(_x, ("TWITTER_CLIENT_SECRET", "")));
        await Tweet(client);
        var asked = Assert.Single(_x.Asked(XStub.Tokens));
        Assert.Contains("client_id=client-id", asked.Body, StringComparison.Ordinal);
        Assert.False(asked.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task a_rotated_token_outlives_the_process_that_got_it()
    {
        _x.LetsIn(expiresIn: 60).Posts();
        var settings = XStub.Settings(_x);
        await using (var first = await servers.Stdio("mcp-server-twitter", settings)) await Tweet(first);
        await using (var second = await servers.Stdio("mcp-server-twitter", settings)) await Tweet(second);
        // each call is one refresh, for a minute is no time; each shows what the one before was given
        var shown = _x.Asked(XStub.Tokens).Select(one => one.Body.Split("refresh_token=").Last().Split('&')[0]).ToArray();
        Assert.StartsWith(XStub.FirstRefreshToken, shown[0], StringComparison.Ordinal);
        Assert.True(shown.Length >= 2);
        Assert.Equal(Enumerable.Range(1, shown.Length - 1).Select(i => $"refresh-{Math.Min(i, 5)}"), shown.Skip(1));
    }

    [Fact]
    public async Task a_token_that_serves_is_shared_by_processes_and_refreshed_by_one()
    {
        _x.LetsIn().Posts();
        var settings = XStub.Settings(_x);
        await using var one = await servers.Stdio("mcp-server-twitter", settings);
        await using var other = await servers.Stdio("mcp-server-twitter", settings);
        await Task.WhenAll(Tweet(one), Tweet(other), Tweet(one), Tweet(other));
        Assert.Single(_x.Asked(XStub.Tokens));
    }

    [Fact]
    public async Task a_token_that_x_no_longer_takes_is_refreshed_and_the_call_goes_on()
    {
        _x.LetsIn().Refuses(401, "Unauthorized", "Unauthorized").Posts();
        await using var client = await servers.Stdio("mcp-server-twitter", XStub.Settings(_x));
        await Tweet(client);
        Assert.Equal(["Bearer access-1", "Bearer access-2"], _x.Asked(XStub.Tweets).Select(one => one.Headers["Authorization"]));
    }

    [Fact]
    public async Task a_repeat_of_a_tweet_that_is_out_needs_no_token()
    {
        _x.LetsIn().Posts();
        var (settings, by) = (XStub.Settings(_x), By(Guid.NewGuid(), Guid.NewGuid().ToString()));
        await using (var first = await servers.Stdio("mcp-server-twitter", settings)) Delivered(await Call(first, "post_tweet", new { text = "out" }, by));
        _x.Afresh().On(XStub.Tokens, 400, """{"error":"invalid_grant"}""").On("GET /2/users/me", 401, "");
        await using var later = await servers.Stdio("mcp-server-twitter", settings);
        Assert.Equal("1445880548472328192", Delivered(await Call(later, "post_tweet", new { text = "out" }, by)).GetProperty("tweet_id").GetString());
        Assert.Empty(_x.Everything);
    }

    [Theory]
    [InlineData(400, "invalid_request", "AUTH_FAILED")]
    [InlineData(400, "invalid_grant", "AUTH_FAILED")]
    [InlineData(401, "invalid_client", "PLATFORM_NOT_CONFIGURED")]
    [InlineData(400, "unauthorized_client", "PLATFORM_NOT_CONFIGURED")]
    [InlineData(400, "temporarily_unavailable", "WORKER_ERROR")]
    [InlineData(400, "server_error", "WORKER_ERROR")]
    public async Task a_refresh_token_that_gets_nothing_says_who_has_to_do_something(int status, string error, string code)
    {
        _x.On(XStub.Tokens, status, $$"""{"error":"{{error}}","error_description":"Value passed for the token was invalid."}""");
        await using var client = await servers.Stdio("mcp-server-twitter", XStub.Settings(_x));
        Assert.Equal(code, Code(await Call(client, "post_tweet", new { text = "a" }, By(Guid.NewGuid(), Guid.NewGuid().ToString()))));
        Assert.Empty(_x.Asked(XStub.Tweets));
    }

    [Fact]
    public async Task another_accounts_token_posts_nothing()
    {
        _x.LetsIn().Posts();
        await using var client = await servers.Stdio("mcp-server-twitter", XStub.Settings(_x, ("TWITTER_ACCOUNTS", """[{"handle":"bob","refresh_token":"bobs"}]""")));
        var error = Refused(await Call(client, "post_tweet", new { text = "a" }));
        Assert.Equal("AUTH_FAILED", error.GetProperty("code").GetString());
        Assert.Contains("@Ada", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(_x.Asked(XStub.Tweets));
    }

    [Fact]
    public async Task no_secret_is_in_the_database_or_on_standard_error()
    {
        _x.LetsIn().Refuses(401, "Unauthorized", "Unauthorized").Posts();
        var url = await servers.Listen("mcp-server-twitter", [.. XStub.Settings(_x), ("CHIMERA_LOG", "Trace")]);
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(url), TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Stop);
        await Tweet(client);
        var kept = await servers.Database.Ask<string>("select string_agg(g::text, ' ') || (select string_agg(p::text, ' ') from chimera_mcp.posts p) from chimera_mcp.grants g");
        var sealedBytes = await servers.Database.Ask<byte[]>("select sealed from chimera_mcp.grants order by changed_at desc limit 1");
        foreach (var secret in new[] { "access-2", "refresh-2", XStub.FirstRefreshToken, "client-secret-0815" })
        {
            Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
            Assert.Equal(-1, sealedBytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
        }
        Assert.DoesNotMatch("access-|refresh-|client-secret|first-refresh", await servers.Complaints(url));
    }

    public void Dispose() => _x.Dispose();

    private static async Task Tweet(McpClient client) =>
        Delivered(await Call(client, "post_tweet", new { text = $"Words {Guid.NewGuid()}" }, By(Guid.NewGuid(), Guid.NewGuid().ToString())));
}
