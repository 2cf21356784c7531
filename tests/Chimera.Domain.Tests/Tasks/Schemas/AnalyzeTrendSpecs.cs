using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

public sealed class AnalyzeTrendSpecs
{
    private const string InputJson =
        """
        {
          "resource_uri": "news://trending/food", "categories": ["food"], "min_relevance": 0.7, "limit": 3,
          "trends": [{ "topic": "cold brew", "category": "food", "relevance_score": 0.9, "sources": [], "sentiment": "positive" }]
        }
        """;

    private const string OutputJson =
        """
        {
          "trends": [{
            "topic": "cold brew", "category": "food", "relevance_score": 0.9, "sentiment": "positive", "fit_score": 0.8, "suggested_angle": "compare",
            "sources": [{ "url": "https://news.example/1", "title": "Cold brew", "published_at": "2026-03-01T09:00:00+00:00" }]
          }]
        }
        """;

    private static JsonSpec Input => JsonSpec.Input(TaskType.AnalyzeTrend, InputJson);
    private static JsonSpec Output => JsonSpec.Output(TaskType.AnalyzeTrend, OutputJson);

    [Fact]
    public void the_examples_read_and_write_every_field()
    {
        Input.ThenRoundTrips();
        Output.ThenRoundTrips();
    }

    [Theory]
    [InlineData("/resource_uri", "\"news://trending/food\"")]
    [InlineData("/categories", "[\"food\"]")]
    [InlineData("/min_relevance", "0.7")]
    [InlineData("/limit", "3")]
    public void every_input_field_has_its_published_name(string pointer, string value) => Input.ThenWrites("S2.2-55", pointer, value);

    [Fact]
    public void nothing_needs_to_be_given() =>
        JsonSpec.Input(TaskType.AnalyzeTrend, "{}").ThenReads<AnalyzeTrendInput>(input =>
        {
            Assert.Equal(("news://trending", 0.5, 5), (input.ResourceUri, input.MinRelevance, input.Limit));
            Assert.Null(input.Categories);
        });

    [Theory]
    [InlineData("""{"topic":" ","category":"food","relevance_score":0.9,"sources":[],"sentiment":"positive"}""", "trend.topic", "/topic")]
    [InlineData("""{"topic":"tea","category":"food","relevance_score":2,"sources":[],"sentiment":"positive"}""", "trend.relevance", "/relevance_score")]
    [InlineData("""{"topic":"tea","category":null,"relevance_score":0.9,"sources":[],"sentiment":"positive"}""", "task.input", "/category")]
    [InlineData("""{"topic":"tea","category":"food","relevance_score":0.9,"sources":[null],"sentiment":"positive"}""", "trend.sources", "/sources")]
    public void given_trends_are_trending_topics(string trend, string rule, string at) => Input.With("/trends", $"[{trend}]").ThenBreaks(rule, "/input_data/trends/0" + at);

    [Fact]
    public void a_given_trend_that_is_nothing_is_refused() => Input.With("/trends", "[null]").ThenBreaks("analyze-trend.trends", "/input_data/trends");

    [Fact]
    public void a_resource_is_named()
    {
        Input.With("/resource_uri", "\"\"").ThenBreaks("analyze-trend.resource", "/input_data/resource_uri");
        Input.With("/resource_uri", JsonSpec.Text(501)).ThenBreaks("analyze-trend.resource", "/input_data/resource_uri");
        Input.With("/resource_uri", JsonSpec.Text(500)).ThenIsTaken();
    }

    [Theory, InlineData("0"), InlineData("1")]
    public void a_relevance_is_between_0_and_1(string relevance) => Input.With("/min_relevance", relevance).ThenRoundTrips();

    [Theory, InlineData("-0.01"), InlineData("1.01")]
    public void another_relevance_is_refused(string relevance) =>
        Input.With("/min_relevance", relevance).ThenBreaks("analyze-trend.min-relevance", "/input_data/min_relevance");

    [Theory, InlineData(1), InlineData(100)]
    public void a_limit_is_1_to_100(int limit) => Input.With("/limit", $"{limit}").ThenRoundTrips();

    [Theory, InlineData(0), InlineData(101)]
    public void another_limit_is_refused(int limit) => Input.With("/limit", $"{limit}").ThenBreaks("analyze-trend.limit", "/input_data/limit");

    [Fact]
    public void a_sentiment_is_positive_neutral_or_negative() =>
        Assert.Equal(["positive", "neutral", "negative"], Enum.GetValues<Sentiment>().Select(ChimeraJson.NameOf));

    [Fact]
    public void no_trends_are_an_answer_too() => Output.With("/trends", "[]").ThenRoundTrips();

    [Theory, InlineData("0.9", "1.1"), InlineData("0.9", "-0.1"), InlineData("0.8", "1.1"), InlineData("0.8", "-0.1")]
    public void scores_are_between_0_and_1(string score, string other) =>
        JsonSpec.Output(TaskType.AnalyzeTrend, OutputJson.Replace(score, other, StringComparison.Ordinal))
            .ThenBreaks("analyze-trend.scores", "/output_data/trends");

    [Fact]
    public void a_trend_that_is_nothing_is_refused() => Output.With("/trends", "[null]").ThenBreaks("analyze-trend.scores", "/output_data/trends");

    [Theory]
    [InlineData("\"cold brew\"", "\" \"", "trend.topic", "/topic")]
    [InlineData("\"sources\": [{", "\"sources\": [null, {", "trend.sources", "/sources")]
    public void what_a_post_could_not_be_written_on_is_no_trend(string part, string odd, string rule, string at) =>
        JsonSpec.Output(TaskType.AnalyzeTrend, OutputJson.Replace(part, odd, StringComparison.Ordinal)).ThenBreaks(rule, "/output_data/trends/0" + at);

    [Fact]
    public void a_topic_has_an_end() => JsonSpec.Output(TaskType.AnalyzeTrend, OutputJson.Replace("\"cold brew\"", JsonSpec.Text(501), StringComparison.Ordinal))
        .ThenBreaks("trend.topic", "/output_data/trends/0/topic");

    [Fact]
    public void another_sentiment_is_refused() =>
        JsonSpec.Output(TaskType.AnalyzeTrend, OutputJson.Replace("positive", "angry", StringComparison.Ordinal))
            .ThenBreaks("result.output", "/output_data/trends/0/sentiment");
}
