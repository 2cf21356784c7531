using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

/// <summary>Answer a comment .</summary>
/// <param name="MaxLength">Characters; the platform's own limit when absent.</param>
public sealed record ReplyCommentInput(
    Platform Platform, string CommentId, string Author, string CommentText, string? ParentPostId = null, string? Tone = null,
    int? MaxLength = null) : TaskInput
{
    public int Limit() => MaxLength ?? Platform.MaxLength();

    public override void Validate()
    {
        RequireText(CommentId, 255, "reply-comment.comment-id", "/comment_id");
        RequireText(Author, 255, "reply-comment.author", "/author");
        RequireText(CommentText, 10_000, "reply-comment.comment-text", "/comment_text");
        Require(MaxLength is null or > 0 && Limit() <= Platform.MaxLength(), "reply-comment.max-length",
            $"max_length is {MaxLength}; it must be 1 to {Platform.MaxLength()}.", "/max_length");
    }
}

/// <summary>A written reply and, once it is out, where it stands .</summary>
public sealed record ReplyCommentOutput(
    string TextContent, IReadOnlyList<string> Hashtags, double EstimatedEngagementScore, SafetyCheck SafetyCheck, string ReplyTo,
    string? PostId = null, string? PostUrl = null, DateTimeOffset? PostedAt = null) : TaskOutput
{
    public override void Validate() => RequireText(TextContent, 2200, "reply-comment.text-content", "/text_content");
}
