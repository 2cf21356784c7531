using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

public sealed class ReplyCommentSpecs
{
    private const string InputJson =
        """
        {
          "platform": "twitter", "comment_id": "c-1", "parent_post_id": "p-1", "author": "eve", "comment_text": "Is it strong?", "tone": "warm", "max_length": 100
        }
        """;

    private const string OutputJson =
        """
        {
          "text_content": "Very.", "hashtags": ["#espresso"], "estimated_engagement_score": 0.4, "safety_check": { "passed": true, "flags": [] },
          "reply_to": "c-1", "post_id": "2", "post_url": "https://x.example/2", "posted_at": "2026-03-01T09:00:00+00:00"
        }
        """;

    private static JsonSpec Input => JsonSpec.Input(TaskType.ReplyComment, InputJson);
    private static JsonSpec Output => JsonSpec.Output(TaskType.ReplyComment, OutputJson);

    [Fact]
    public void the_examples_read_and_write_every_field()
    {
        Input.ThenRoundTrips();
        Output.ThenRoundTrips();
    }

    [Theory]
    [InlineData("/platform", "\"twitter\"")]
    [InlineData("/comment_id", "\"c-1\"")]
    [InlineData("/parent_post_id", "\"p-1\"")]
    [InlineData("/author", "\"eve\"")]
    [InlineData("/comment_text", "\"Is it strong?\"")]
    [InlineData("/tone", "\"warm\"")]
    [InlineData("/max_length", "100")]
    public void every_input_field_has_its_published_name(string pointer, string value) => Input.ThenWrites("S2.2-55", pointer, value);

    [Theory]
    [InlineData("/text_content", "\"Very.\"")]
    [InlineData("/reply_to", "\"c-1\"")]
    [InlineData("/post_id", "\"2\"")]
    [InlineData("/post_url", "\"https://x.example/2\"")]
    [InlineData("/posted_at", "\"2026-03-01T09:00:00+00:00\"")]
    public void every_output_field_has_its_published_name(string pointer, string value) => Output.ThenWrites("S2.2-55", pointer, value);

    [Theory, InlineData("/parent_post_id"), InlineData("/tone"), InlineData("/max_length")]
    public void what_is_optional_may_be_absent(string pointer) => Input.Without(pointer).ThenRoundTrips();

    [Theory, InlineData("/platform"), InlineData("/comment_id"), InlineData("/author"), InlineData("/comment_text")]
    public void the_comment_is_given_whole(string pointer) => Input.Without(pointer).ThenBreaks("task.input", "/input_data");

    [Theory, InlineData("comment_id", 255), InlineData("author", 255), InlineData("comment_text", 10_000)]
    public void the_parts_of_a_comment_are_neither_empty_nor_endless(string field, int longest)
    {
        var rule = "reply-comment." + field.Replace('_', '-');
        Input.With("/" + field, JsonSpec.Text(longest)).ThenIsTaken();
        Input.With("/" + field, JsonSpec.Text(longest + 1)).ThenBreaks(rule, "/input_data/" + field);
        Input.With("/" + field, "\"\"").ThenBreaks(rule, "/input_data/" + field);
    }

    [Theory, InlineData("twitter", 280), InlineData("instagram", 2200), InlineData("tiktok", 2200)]
    public void a_reply_is_as_long_as_its_platform_allows(string platform, int longest)
    {
        Input.With("/platform", $"\"{platform}\"").Without("/max_length").ThenReads<ReplyCommentInput>(input => Assert.Equal(longest, input.Limit()));
        Input.With("/platform", $"\"{platform}\"").With("/max_length", $"{longest}")
            .ThenReads<ReplyCommentInput>(input => Assert.Equal(longest, input.Limit()));
        Input.With("/platform", $"\"{platform}\"").With("/max_length", $"{longest + 1}").ThenBreaks("reply-comment.max-length", "/input_data/max_length");
        Input.With("/max_length", "0").ThenBreaks("reply-comment.max-length", "/input_data/max_length");
    }

    [Fact]
    public void another_platform_is_refused() => Input.With("/platform", "\"youtube\"").ThenBreaks("task.input", "/input_data/platform");

    [Fact]
    public void a_written_reply_has_1_to_2200_characters()
    {
        Output.With("/text_content", JsonSpec.Text(2200)).ThenIsTaken();
        Output.With("/text_content", JsonSpec.Text(2201)).ThenBreaks("reply-comment.text-content", "/output_data/text_content");
        Output.With("/text_content", "\"\"").ThenBreaks("reply-comment.text-content", "/output_data/text_content");
    }

    [Theory, InlineData("/post_id"), InlineData("/post_url"), InlineData("/posted_at")]
    public void a_reply_that_is_not_out_yet_has_no_place(string pointer) => Output.Without(pointer).ThenRoundTrips();
}
