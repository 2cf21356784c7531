using System.Text.Json;
using ModelContextProtocol.Client;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed partial class InstagramTests
{
    [Theory]
    [InlineData("90010177253934", "eve")]
    [InlineData("90010177253935", "ada")]
    public async Task another_accounts_token_posts_nothing(string userId, string username)
    {
        _graph.Afresh().LetsInstagramIn(userId, username);
        await using var client = await Start();
        var error = Refused(await Post(client, new { caption = "a", media_urls = new[] { Photo } }, NewKey()));
        Assert.Equal("AUTH_FAILED", error.GetProperty("code").GetString());
        Assert.Contains($"@{username} ({userId})", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("GET /me", Assert.Single(_graph.Everything, one => one.What != InstagramStub.Renewal).What);
    }

    [Fact]
    public async Task a_token_is_renewed_once_for_all_processes_and_written_nowhere()
    {
        _graph.Afresh().On(InstagramStub.Renewal, 200, """{"access_token":"IGQVsecond-4712","token_type":"bearer","expires_in":5183944}""").LetsInstagramIn();
        Holds("FINISHED").Publishes();
        (string, string)[] settings = [.. Settings[..^1], ("INSTAGRAM_ACCOUNTS", """[{"handle":"ada","user_id":"90010177253934","access_token":"IGQVfirst-4711"}]"""), ("CHIMERA_LOG", "Trace")];
        var url = await servers.Listen("mcp-server-instagram", settings);
        await using var one = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(url), TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Stop);
        await using var other = await servers.Stdio("mcp-server-instagram", settings);
        foreach (var client in new[] { one, other }) Delivered(await Post(client, new { caption = "a", media_urls = new[] { Photo } }, NewKey()));

        Assert.Equal("?grant_type=ig_refresh_token&access_token=IGQVfirst-4711", Assert.Single(_graph.Asked(InstagramStub.Renewal)).Query);
        Assert.All(_graph.Everything.Where(asked => asked.What != InstagramStub.Renewal), asked => Assert.Equal("Bearer IGQVsecond-4712", asked.Headers["Authorization"]));
        Assert.DoesNotContain("IGQV", await servers.Complaints(url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task whose_token_it_is_is_asked_once()
    {
        Holds("FINISHED").Publishes();
        await using var client = await Start();
        for (var i = 0; i < 2; i++) Delivered(await Post(client, new { caption = $"Post {i}", media_urls = new[] { Photo } }, NewKey()));
        Assert.Equal("?fields=user_id,username", Assert.Single(_graph.Asked("GET /me")).Query);
    }

    [Fact]
    public async Task a_carousel_whose_video_takes_long_goes_on_with_the_items_that_it_has()
    {
        const string first = "17889455560051501", second = "17889455560051502", carousel = "17889455560051503", working = """{"status_code":"IN_PROGRESS"}""", done = """{"status_code":"FINISHED"}""";
        foreach (var id in new[] { first, second, carousel }) _graph.On(Media, 200, $$"""{"id":"{{id}}"}""");
        _graph.On($"GET /{first}", 200, done).On($"GET /{second}", 200, working);
        for (var i = 0; i < 3; i++) _graph.On($"GET /{second}", 500, ""); // it stumbles while it is waited for
        _graph.On($"GET /{second}", 200, done).On($"GET /{carousel}", 200, done).Publishes();
        var (key, post) = (NewKey(), new { caption = "both", media_urls = new[] { Photo, "https://cdn.test/b.mp4" } });
        await using var client = await Start();
        Assert.Equal("WORKER_ERROR", Code(await Post(client, post, key)));
        Assert.False(Delivered(await Call(client, "find_post", new { idempotency_key = key })).GetProperty("found").GetBoolean());
        Delivered(await Post(client, post, key));
        Assert.Equal(3, Bodies().Length);
        Assert.Equal($"{first},{second}", Bodies()[2].GetProperty("children").GetString());
        Assert.Equal(carousel, JsonElement.Parse(Assert.Single(_graph.Asked(PublishIt)).Body).GetProperty("creation_id").GetString());
    }

    [Fact]
    public async Task items_of_a_carousel_of_which_nothing_can_become_are_begun_again()
    {
        const string spoilt = "17889455560051511", good = "17889455560051512";
        _graph.On(Media, 200, $$"""{"id":"{{spoilt}}"}""").On(Media, 200, $$"""{"id":"{{spoilt}}"}""").On(Media, 200, $$"""{"id":"{{good}}"}""");
        _graph.On($"GET /{spoilt}", 200, """{"status_code":"ERROR","status":"Error: 2207026"}""").On($"GET /{good}", 200, """{"status_code":"FINISHED"}""").Publishes();
        var (key, post) = (NewKey(), new { caption = "both", media_urls = new[] { Photo, "https://cdn.test/b.jpg" } });
        await using var client = await Start();
        Assert.Equal("INVALID_ARGUMENTS", Code(await Post(client, post, key)));
        Delivered(await Post(client, post, key));
        Assert.Equal(5, Bodies().Length);
    }
}
