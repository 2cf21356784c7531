using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

/// <summary>What surrounds a post: a trend it answers, posts it belongs to.</summary>
public sealed record PostContext(TrendingTopic? TrendAlert = null, IReadOnlyList<string>? RelatedPosts = null);

/// <summary>Write a post on a topic for a platform. <c>key_message</c>, <c>hashtags</c> and <c>avoid</c> extend the specification.</summary>
/// <param name="MaxLength">Characters; the platform's own limit when absent.</param>
/// <param name="KeyMessage">A statement of the brief that the post must carry.</param>
/// <param name="Avoid">What an earlier attempt was rejected for.</param>
public sealed record GeneratePostInput(
    string Topic, Platform Platform, string? Tone = null, int? MaxLength = null, PostContext? Context = null,
    string? KeyMessage = null, IReadOnlyList<string>? Hashtags = null, IReadOnlyList<string>? Avoid = null) : TaskInput
{
    public int Limit() => MaxLength ?? Platform.MaxLength();

    public override void Validate()
    {
        RequireText(Topic, 500, "generate-post.topic", "/topic");
        Require(MaxLength is null or > 0 && Limit() <= Platform.MaxLength(), "generate-post.max-length",
            $"max_length is {MaxLength}; it must be 1 to {Platform.MaxLength()} on {ChimeraJson.NameOf(Platform)}.", "/max_length");
        Context?.TrendAlert?.Validate("/context/trend_alert");
    }
}

/// <summary>The writer's own look at what it wrote.</summary>
public sealed record SafetyCheck(bool Passed, IReadOnlyList<string> Flags);

/// <summary>A written post.</summary>
/// <param name="EstimatedEngagementScore">0 to 1.</param>
public sealed record GeneratePostOutput(
    string TextContent, IReadOnlyList<string> Hashtags, double EstimatedEngagementScore, SafetyCheck SafetyCheck) : TaskOutput
{
    public override void Validate()
    {
        RequireText(TextContent, 2200, "generate-post.text-content", "/text_content");
        Require(Hashtags.All(tag => tag is ['#', ..]), "generate-post.hashtags", "Each hashtag begins with #.", "/hashtags");
        Require(EstimatedEngagementScore is >= 0 and <= 1, "generate-post.engagement", "The score is between 0 and 1.", "/estimated_engagement_score");
    }
}
