using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

public sealed class GeneratePostSpecs
{
    private const string InputJson =
        """
        {
          "topic": "espresso", "platform": "twitter", "tone": "humorous", "max_length": 200,
          "context": { "trend_alert": { "topic": "cold brew", "category": "culture", "relevance_score": 0.9, "sources": [], "sentiment": "neutral" }, "related_posts": ["post_id1", "post_id2"] },
          "key_message": "We roast on Mondays.", "hashtags": ["#coffee"], "avoid": ["too loud"]
        }
        """;

    private const string OutputJson =
        """
        {
          "text_content": "Espresso is short.", "hashtags": ["#tag1", "#tag2"], "estimated_engagement_score": 0.75,
          "safety_check": { "passed": true, "flags": ["flag1", "flag2"] }
        }
        """;

    private static JsonSpec Input => JsonSpec.Input(TaskType.GeneratePost, InputJson);
    private static JsonSpec Output => JsonSpec.Output(TaskType.GeneratePost, OutputJson);

    [Fact]
    public void the_examples_read_and_write_every_field()
    {
        Input.ThenRoundTrips();
        Output.ThenRoundTrips();
    }

    [Theory]
    [InlineData("S2.2-1", "/topic", "\"espresso\"")]
    [InlineData("S2.2-2", "/platform", "\"twitter\"")]
    [InlineData("S2.2-3", "/tone", "\"humorous\"")]
    [InlineData("S2.2-4", "/max_length", "200")]
    [InlineData("S2.2-5", "/context/trend_alert", """{"topic":"cold brew","category":"culture","relevance_score":0.9,"sources":[],"sentiment":"neutral"}""")]
    [InlineData("S2.2-6", "/context/related_posts", "[\"post_id1\",\"post_id2\"]")]
    public void every_input_field_has_its_published_name(string requirement, string pointer, string value) => Input.ThenWrites(requirement, pointer, value);

    [Theory]
    [InlineData("S2.2-7", "/text_content", "\"Espresso is short.\"")]
    [InlineData("S2.2-8", "/hashtags", "[\"#tag1\",\"#tag2\"]")]
    [InlineData("S2.2-9", "/estimated_engagement_score", "0.75")]
    [InlineData("S2.2-10", "/safety_check/passed", "true")]
    [InlineData("S2.2-11", "/safety_check/flags", "[\"flag1\",\"flag2\"]")]
    public void every_output_field_has_its_published_name(string requirement, string pointer, string value) => Output.ThenWrites(requirement, pointer, value);

    [Theory, InlineData("twitter"), InlineData("instagram"), InlineData("tiktok")]
    public void every_platform_is_taken(string platform) => Input.With("/platform", $"\"{platform}\"").ThenRoundTrips();

    [Theory, InlineData("\"facebook\""), InlineData("\"Twitter\""), InlineData("0"), InlineData("null"), InlineData("\"instagram,tiktok\"")]
    public void another_platform_is_refused(string platform) => Input.With("/platform", platform).ThenBreaks("task.input", "/input_data/platform");

    [Theory]
    [InlineData("/context/trend_alert", "{}", "task.input", "/context/trend_alert")]
    [InlineData("/context/trend_alert", """{"n":1}""", "task.input", "/context/trend_alert/n")]
    [InlineData("/context/trend_alert/topic", "\"\"", "trend.topic", "/context/trend_alert/topic")]
    [InlineData("/context/trend_alert/relevance_score", "1.1", "trend.relevance", "/context/trend_alert/relevance_score")]
    [InlineData("/context/trend_alert/sentiment", "\"furious\"", "task.input", "/context/trend_alert/sentiment")]
    public void an_alert_is_a_trending_topic(string pointer, string value, string rule, string at) => Input.With(pointer, value).ThenBreaks(rule, "/input_data" + at);

    [Theory, InlineData("/tone"), InlineData("/max_length"), InlineData("/context"), InlineData("/context/trend_alert"), InlineData("/context/related_posts")]
    public void what_is_optional_may_be_absent(string pointer) => Input.Without(pointer).ThenRoundTrips();

    [Theory, InlineData("/topic"), InlineData("/platform")]
    public void topic_and_platform_are_needed(string pointer) => Input.Without(pointer).ThenBreaks("task.input", "/input_data");

    [Fact]
    public void a_field_that_is_not_published_is_refused() => Input.With("/length", "5").ThenBreaks("task.input", "/input_data/length");

    [Fact]
    public void a_topic_has_1_to_500_characters()
    {
        Input.With("/topic", JsonSpec.Text(500)).ThenIsTaken();
        Input.With("/topic", JsonSpec.Text(501)).ThenBreaks("generate-post.topic", "/input_data/topic");
        Input.With("/topic", "\" \"").ThenBreaks("generate-post.topic", "/input_data/topic");
    }

    [Theory, InlineData("twitter", 280), InlineData("instagram", 2200), InlineData("tiktok", 2200)]
    public void a_post_is_as_long_as_its_platform_allows(string platform, int longest)
    {
        Input.With("/platform", $"\"{platform}\"").Without("/max_length").ThenReads<GeneratePostInput>(input => Assert.Equal(longest, input.Limit()));
        Input.With("/platform", $"\"{platform}\"").With("/max_length", $"{longest}")
            .ThenReads<GeneratePostInput>(input => Assert.Equal(longest, input.Limit()));
        Input.With("/platform", $"\"{platform}\"").With("/max_length", "1").ThenReads<GeneratePostInput>(input => Assert.Equal(1, input.Limit()));
        Input.With("/platform", $"\"{platform}\"").With("/max_length", $"{longest + 1}").ThenBreaks("generate-post.max-length", "/input_data/max_length");
    }

    [Theory, InlineData(0), InlineData(-1)]
    public void a_post_is_not_shorter_than_one_character(int length) =>
        Input.With("/max_length", $"{length}").ThenBreaks("generate-post.max-length", "/input_data/max_length");

    [Theory, InlineData("\"200\""), InlineData("200.5"), InlineData("99999999999")]
    public void a_length_is_a_whole_number(string length) => Input.With("/max_length", length).ThenBreaks("task.input", "/input_data/max_length");

    [Fact]
    public void a_written_text_has_1_to_2200_characters()
    {
        Output.With("/text_content", JsonSpec.Text(2200)).ThenIsTaken();
        Output.With("/text_content", JsonSpec.Text(2201)).ThenBreaks("generate-post.text-content", "/output_data/text_content");
        Output.With("/text_content", "\"\"").ThenBreaks("generate-post.text-content", "/output_data/text_content");
    }

    [Fact]
    public void each_hashtag_begins_with_a_hash()
    {
        Output.With("/hashtags", "[]").ThenRoundTrips();
        Output.With("/hashtags", "[\"#a\",\"b\"]").ThenBreaks("generate-post.hashtags", "/output_data/hashtags");
        Output.With("/hashtags", "[\"\"]").ThenBreaks("generate-post.hashtags", "/output_data/hashtags");
    }

    [Fact]
    public void a_hashtag_that_is_nothing_is_refused() => Output.With("/hashtags", "[null]").ThenBreaks("generate-post.hashtags", "/output_data/hashtags");

    [Theory, InlineData("0"), InlineData("1")]
    public void an_engagement_is_between_0_and_1(string score) => Output.With("/estimated_engagement_score", score).ThenRoundTrips();

    [Theory, InlineData("-0.01"), InlineData("1.01")]
    public void another_engagement_is_refused(string score) =>
        Output.With("/estimated_engagement_score", score).ThenBreaks("generate-post.engagement", "/output_data/estimated_engagement_score");

    [Theory, InlineData("/text_content"), InlineData("/hashtags"), InlineData("/estimated_engagement_score"), InlineData("/safety_check")]
    public void every_output_field_is_needed(string pointer) => Output.Without(pointer).ThenBreaks("result.output", "/output_data");

    [Fact]
    public void an_output_field_of_the_wrong_kind_is_named() =>
        Output.With("/safety_check/passed", "\"yes\"").ThenBreaks("result.output", "/output_data/safety_check/passed");
}
