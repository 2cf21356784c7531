using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed class NewsFeedTests(SandboxServers servers) : IClassFixture<SandboxServers>, IDisposable
{
    private readonly PlatformStub _web = new();

    [Fact]
    public async Task what_several_feeds_tell_is_one_topic_and_comes_first()
    {
        _web.On("GET /rss", 200, Rss(
                ("Night trains return to Vienna after ten years", "A wonderful success for travellers.", "https://a.test/1", 1),
                ("A quiet afternoon in the library", "Nothing happened.", "https://a.test/2", 2)), Xml)
            .On("GET /atom", 200, Atom(("Night trains are back in Vienna", "Great joy.", "https://b.test/1", 3), ("Killers destroy a bridge in terrible attack", "Deaths and horror.", "https://b.test/2", 20)), Xml);
        await using var client = await Start(("rss", "politics"), ("atom", "politics"));

        var topics = await Topics(client);

        Assert.Equal(3, topics.Length);
        var first = topics[0];
        Assert.Equal(("Night trains return to Vienna after ten years", "politics", "positive"), (Text(first, "topic"), Text(first, "category"), Text(first, "sentiment")));
        Assert.Equal(["https://a.test/1", "https://b.test/1"], first.GetProperty("sources").EnumerateArray().Select(source => Text(source, "url")));
        Assert.InRange(first.GetProperty("relevance_score").GetDouble(), 0.6, 0.75);
        Assert.Equal("neutral", Text(topics[1], "sentiment"));
        Assert.Equal(("negative", "https://b.test/2"), (Text(topics[2], "sentiment"), Text(topics[2].GetProperty("sources")[0], "url")));
        Assert.True(topics[1].GetProperty("relevance_score").GetDouble() > topics[2].GetProperty("relevance_score").GetDouble());
    }

    [Fact]
    public async Task old_news_is_no_news_and_items_that_are_none_are_passed_over()
    {
        _web.On("GET /rss", 200, Rss(("Fresh", "", "https://a.test/1", 1), ("Stale", "", "https://a.test/2", 72), ("From tomorrow", "", "https://a.test/3", -30), ("", "", "https://a.test/4", 1), ("No script", "", "javascript:alert(1)", 1))
            .Replace("</channel>", "<item><title>Undated</title><link>https://a.test/6</link><pubDate>soon</pubDate></item></channel>", StringComparison.Ordinal), Xml);
        await using var client = await Start(("rss", "culture"));
        Assert.Equal("Fresh", Text(Assert.Single(await Topics(client)), "topic"));
    }

    public static TheoryData<string, string> BadFeeds => new()
    {
        { "html", "feed.doctype" }, { "page", "feed.not-a-feed" }, { "text", "feed.not-a-feed" }, { "half", "feed.not-a-feed" }, { "empty", "feed.empty" }, { "huge", "feed.no-answer" },
        { "bomb", "feed.doctype" }, { "external", "feed.doctype" }, { "missing", "feed.status" }, { "hangs", "feed.no-answer" }
    };

    [Theory]
    [MemberData(nameof(BadFeeds))]
    public async Task a_bad_feed_does_not_spoil_the_others_and_alone_it_says_why(string kind, string code)
    {
        Serve(kind);
        _web.On("GET /good", 200, Rss(("Good news", "", "https://a.test/1", 1)), Xml);
        await using (var both = await Start(("bad", "politics"), ("good", "politics"))) Assert.Equal("Good news", Text(Assert.Single(await Topics(both)), "topic"));

        await using var alone = await Start(("bad", "politics"));
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => Topics(alone));
        Assert.Contains("WORKER_ERROR: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{code}: {_web.Url}/bad", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_title_of_megabytes_is_cut_before_it_is_searched_for_tags()
    {
        _web.On("GET /rss", 200, Rss(($"Long {new string('a', 1000)}{string.Concat(Enumerable.Repeat("&lt;", 900_000))}", "", "https://a.test/1", 1)), Xml);
        await using var client = await Start(("rss", "culture"));
        Assert.Equal($"Long {new string('a', 295)}", Text(Assert.Single(await Topics(client)), "topic"));
    }

    [Fact]
    public async Task the_key_in_a_feeds_address_is_told_to_nobody()
    {
        _web.On("GET /bad", 404, "not here");
        var feeds = JsonSerializer.Serialize(new[] { new { url = $"{_web.Url.Replace("://", "://ada:secret-4711@", StringComparison.Ordinal)}/bad?key=secret-4712", category = "politics" } });
        var url = await servers.Listen("mcp-server-news", ("CHIMERA_MCP_BACKEND", "real"), ("CHIMERA_LOG", "Trace"), ("NEWS_FEEDS", feeds));
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(url), TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Stop);
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => Topics(client));
        Assert.Contains($"{_web.Url}/bad: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-47", refused.Message + await servers.Complaints(url), StringComparison.Ordinal);
        Assert.Contains("secret-4712", Assert.Single(_web.Asked("GET /bad")).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_feed_that_has_moved_is_followed()
    {
        _web.On("GET /old", 301, "", ("Location", $"{_web.Url}/new")).On("GET /new", 200, Rss(("Moved", "", "https://a.test/1", 1)), Xml);
        await using var client = await Start(("old", "politics"));
        Assert.Equal("Moved", Text(Assert.Single(await Topics(client)), "topic"));
    }

    public void Dispose() => _web.Dispose();

    private static (string, string) Xml => ("Content-Type", "application/rss+xml; charset=utf-8");

    private Task<McpClient> Start(params (string Path, string Category)[] feeds) => servers.Stdio("mcp-server-news", ("CHIMERA_MCP_BACKEND", "real"), ("CHIMERA_MCP_HTTP_TIMEOUT_SECONDS", "3"),
        ("NEWS_FEEDS", JsonSerializer.Serialize(feeds.Select(feed => new { url = $"{_web.Url}/{feed.Path}", category = feed.Category }))));

    private static async Task<JsonElement[]> Topics(McpClient client) =>
        [.. (await SocialTests.Read(client, "news://trending")).GetProperty("data_format").GetProperty("trending_topics").EnumerateArray()];

    private static string? Text(JsonElement json, string field) => json.GetProperty(field).GetString();

    private void Serve(string kind) => _ = kind switch
    {
        "html" => _web.On("GET /bad", 200, "<!DOCTYPE html><html><body>Please accept our cookies</body></html>", ("Content-Type", "text/html")),
        "page" => _web.On("GET /bad", 200, "<html><body>Welcome</body></html>", ("Content-Type", "text/html")),
        "text" => _web.On("GET /bad", 200, "nothing new"),
        "half" => _web.On("GET /bad", 200, Rss(("Cut", "", "https://a.test/1", 1))[..^20], Xml),
        "empty" => _web.On("GET /bad", 200, ""),
        "huge" => _web.On("GET /bad", Encoding.UTF8.GetBytes(Rss((new string('a', 5_000_000), "", "https://a.test/1", 1))), "application/rss+xml"),
        "bomb" => _web.On("GET /bad", 200, """<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>""", Xml),
        "external" => _web.On("GET /bad", 200, """<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss version="2.0"><channel><title>a</title></channel></rss>""", Xml),
        "missing" => _web.On("GET /bad", 404, "not here"),
        _ => _web.Hangs("GET /bad")
    };

    private static string Rss(params (string Title, string Summary, string Url, int HoursAgo)[] items) => $"""
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>A</title><link>https://a.test</link><description>A</description>{string.Concat(items.Select(item =>
            $"<item><title>{item.Title}</title><link>{item.Url}</link><description>&lt;p&gt;{item.Summary}&lt;/p&gt;</description><pubDate>{DateTimeOffset.UtcNow.AddHours(-item.HoursAgo).ToString("r", CultureInfo.InvariantCulture)}</pubDate></item>"))}</channel></rss>
        """;

    private static string Atom(params (string Title, string Summary, string Url, int HoursAgo)[] items) => $"""
        <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><id>urn:b</id><updated>2026-01-01T00:00:00Z</updated>{string.Concat(items.Select(item =>
            $"<entry><title>{item.Title}</title><id>{item.Url}</id><link href=\"{item.Url}\"/><updated>{DateTimeOffset.UtcNow.AddHours(-item.HoursAgo):yyyy-MM-ddTHH:mm:ssZ}</updated><summary>{item.Summary}</summary></entry>"))}</feed>
        """;
}
