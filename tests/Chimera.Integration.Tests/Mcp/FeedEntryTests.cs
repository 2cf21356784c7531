using System.Text.Json;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Integrations.Mcp;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>What a stranger's feed lists: the odd entry is left out, and nothing else with it.</summary>
public sealed class FeedEntryTests
{
    private const string Mention = """{"mention_id":"2","author":{"username":"eve","display_name":"Eve","verified":true,"follower_count":7},"content":"@ada hi","created_at":"2026-01-02T03:04:05Z","engagement":{"likes":1,"retweets":2,"replies":3}}""";
    private const string Topic = """{"topic":"Solar","category":"technology","relevance_score":0.9,"sources":[{"url":"https://news.example/1","title":"Sun","published_at":"2026-01-02T03:04:05Z"}],"sentiment":"positive"}""";

    [Theory]
    [InlineData("null"), InlineData("5"), InlineData("{}"), InlineData("\"text\"")]
    [InlineData("""{"topic":"Wind","category":"technology","relevance_score":"high","sources":[],"sentiment":"positive"}""")]
    [InlineData("""{"topic":"Wind","category":"technology","relevance_score":7,"sources":[],"sentiment":"positive"}""")]
    [InlineData("""{"topic":" \u0000 ","category":"technology","relevance_score":0.5,"sources":[],"sentiment":"positive"}""")]
    [InlineData("""{"topic":"Wind","category":"technology","relevance_score":0.5,"sources":[],"sentiment":"angry"}""")]
    [InlineData("""{"topic":"\ud800","category":"technology","relevance_score":0.5,"sources":[],"sentiment":"positive"}""")]
    public void an_entry_that_is_no_trend_takes_no_other_with_it(string odd) => Assert.Equal("Solar", Assert.Single(Trends($"{odd},{Topic},{odd}")).Topic);

    [Fact]
    public void a_trend_is_cut_to_what_its_fields_hold_and_loses_the_sources_that_are_none()
    {
        var trend = Assert.Single(Trends(Topic.Replace("Solar", new string('x', 600), StringComparison.Ordinal).Replace("[{", "[null,{", StringComparison.Ordinal)));
        Assert.Equal((TrendingTopic.MaxTopicLength, "Sun"), (trend.Topic.Length, Assert.Single(trend.Sources).Title));
    }

    [Theory]
    [InlineData("{}"), InlineData("[]"), InlineData("""{"data_format":{"trending_topics":{}}}"""), InlineData("no JSON")]
    public void what_is_no_list_is_told(string payload) => Assert.ThrowsAny<JsonException>(() => McpTrends.TopicsIn(payload));

    [Theory]
    [InlineData("null", "2"), InlineData("7", "2"), InlineData("""{"mention_id":5}""", "2"), InlineData("""{"mention_id":"9"}""", "9")]
    [InlineData("""{"mention_id":"9","author":null,"content":"@ada hi","created_at":"2026-01-02T03:04:05Z","engagement":{"likes":1,"retweets":2,"replies":3}}""", "9")]
    [InlineData("""{"mention_id":"9","author":{"username":" ","display_name":"","verified":true,"follower_count":7},"content":"","created_at":"2026-01-02T03:04:05Z","engagement":{"likes":1,"retweets":2,"replies":3}}""", "9")]
    public void an_entry_that_is_no_mention_is_left_out_and_never_met_again(string odd, string cursor)
    {
        var page = Mentions($"{odd},{Mention},{odd}");
        Assert.Equal(("2", cursor), (Assert.Single(page.Seen).PlatformId, page.Cursor));
    }

    [Fact]
    public void a_page_of_nothing_but_odd_entries_is_passed() => Assert.Equal((0, "9"), (Mentions("""{"mention_id":"9"}""").Seen.Count, Mentions("""{"mention_id":"9"}""").Cursor));

    [Fact]
    public void an_empty_page_leads_nowhere() => Assert.Null(Mentions("").Cursor);

    private static IReadOnlyList<TrendingTopic> Trends(string entries) => McpTrends.TopicsIn($$$"""{"data_format":{"trending_topics":[{{{entries}}}]}}""");

    private static Handlers.Mentions.MentionPage Mentions(string entries) => McpMentions.PageIn($$$"""{"data_format":{"mentions":[{{{entries}}}]}}""", DateTimeOffset.UnixEpoch);
}
