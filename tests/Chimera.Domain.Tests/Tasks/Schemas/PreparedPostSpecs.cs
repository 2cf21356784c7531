using System.Text.Json;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

/// <summary>What a worker prepares and a judge approves before anything is sent .</summary>
public sealed class PreparedPostSpecs
{
    private const string PostJson =
        """
        {
          "platform": "twitter", "text": "Good morning.", "media_urls": ["https://a.example/1.png"], "media_types": ["image"], "reply_to": "42",
          "source_result_id": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b10", "safety_check": { "passed": true, "flags": [] }
        }
        """;

    private static JsonSpec Post => JsonSpec.Prepared(TaskType.PostContent, PostJson);

    [Theory, InlineData(TaskType.PostContent), InlineData(TaskType.ReplyComment)]
    public void posts_and_replies_are_prepared_alike(TaskType type) => JsonSpec.Prepared(type, PostJson).ThenRoundTrips();

    [Fact]
    public void a_prepared_post_has_a_text_or_media()
    {
        Post.With("/text", "null").ThenIsTaken();
        Post.With("/media_urls", "[]").With("/media_types", "[]").ThenIsTaken();
        Post.With("/text", "\" \"").With("/media_urls", "[]").With("/media_types", "[]").ThenBreaks("post-content.empty", "/output_data/text");
    }

    [Theory, InlineData("twitter", 280), InlineData("instagram", 2200), InlineData("tiktok", 2200)]
    public void its_text_is_as_long_as_the_platform_takes(string platform, int longest)
    {
        Post.With("/platform", $"\"{platform}\"").With("/text", JsonSpec.Text(longest)).ThenIsTaken();
        Post.With("/platform", $"\"{platform}\"").With("/text", JsonSpec.Text(longest + 1)).ThenBreaks("post-content.text", "/output_data/text");
    }

    [Fact]
    public void each_of_its_media_files_has_a_type() => Post.With("/media_types", "[]").ThenBreaks("post-content.media", "/output_data/media_types");

    [Theory, InlineData("/platform"), InlineData("/text"), InlineData("/media_urls"), InlineData("/media_types")]
    public void what_will_be_sent_is_given_whole(string pointer) => Post.Without(pointer).ThenBreaks("result.output", "/output_data");

    [Fact]
    public void a_published_post_is_no_prepared_one() => Post.With("/post_id", "\"1\"").ThenBreaks("result.output", "/output_data/post_id");

    [Fact]
    public void work_without_an_effect_is_prepared_as_it_is_delivered() =>
        JsonSpec.Prepared(TaskType.GeneratePost, """{"text_content":"Hi","hashtags":[],"estimated_engagement_score":0.5,"safety_check":{"passed":true,"flags":[]}}""")
            .ThenReads<GeneratePostOutput>(output => Assert.Equal("Hi", output.TextContent));

    [Fact]
    public void a_transaction_is_prepared_as_it_was_asked_for()
    {
        Assert.Null(TaskSchemas.ReadPrepared(TaskType.ExecuteTransaction, Transaction("1")));
        Broken.By(() => TaskSchemas.ReadPrepared(TaskType.ExecuteTransaction, Transaction("0")), "execute-transaction.amount", "/output_data/amount");
    }

    private static JsonElement Transaction(string amount) => JsonSpec.Json(
        $$"""
        {
          "transaction_type": "transfer", "from_wallet": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "to_address": "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
          "amount": "{{amount}}", "token_type": "ETH", "reason": "tip"
        }
        """);
}
