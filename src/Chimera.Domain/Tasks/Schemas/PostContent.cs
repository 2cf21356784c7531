using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

/// <summary>What is published.</summary>
/// <param name="TextFrom">The task whose written post becomes the text (extends the specification).</param>
/// <param name="MediaFrom">The tasks whose images or videos are attached (extends the specification).</param>
public sealed record PostedContent(
    string? Text = null, IReadOnlyList<string>? MediaUrls = null, IReadOnlyList<MediaType>? MediaTypes = null,
    Guid? TextFrom = null, IReadOnlyList<Guid>? MediaFrom = null);

/// <summary>When it is published. Absent <c>post_now</c> means now, unless a time is given .</summary>
public sealed record Scheduling(bool? PostNow = null, DateTimeOffset? ScheduledTime = null);

/// <summary>Publish a post on a platform.</summary>
public sealed record PostContentInput(Platform Platform, PostedContent Content, Scheduling? Scheduling = null) : TaskInput
{
    public DateTimeOffset? ScheduledTime() => Scheduling?.ScheduledTime;

    public override void Validate()
    {
        var (urls, types) = (Content.MediaUrls?.Count ?? 0, Content.MediaTypes?.Count ?? 0);
        Require(!string.IsNullOrWhiteSpace(Content.Text) || Content.TextFrom is not null || urls > 0 || Content.MediaFrom is { Count: > 0 },
            "post-content.empty", "A post needs a text or media.", "/content");
        Require(urls == types, "post-content.media", $"{urls} media_urls need as many media_types, not {types}.", "/content/media_types");
        Require((Content.Text?.Length ?? 0) <= Platform.MaxLength(), "post-content.text",
            $"The text has {Content.Text?.Length} characters; {ChimeraJson.NameOf(Platform)} takes {Platform.MaxLength()}.", "/content/text");
        Require(Scheduling is not { PostNow: true, ScheduledTime: not null }, "post-content.scheduling",
            "post_now and scheduled_time exclude each other.", "/scheduling/scheduled_time");
        Require(Scheduling is not { PostNow: false, ScheduledTime: null }, "post-content.scheduling",
            "A post that is not for now needs its scheduled_time.", "/scheduling/scheduled_time");
    }
}

/// <summary>Counts a platform reports right after publishing.</summary>
public sealed record InitialMetrics(int? Views = null, int? Likes = null, int? Comments = null);

/// <summary>A published post.</summary>
public sealed record PostContentOutput(string PostId, string PostUrl, DateTimeOffset PostedAt, InitialMetrics? InitialMetrics = null) : TaskOutput
{
    public override void Validate()
    {
        RequireText(PostId, 255, "post-content.post-id", "/post_id");
        RequireText(PostUrl, 2000, "post-content.post-url", "/post_url");
    }
}
