using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integrations.Models;

/// <summary>A plan as a model writes it.</summary>
internal sealed record PlanDraft(IReadOnlyList<PlannedStep> Tasks);

/// <summary>A task of a draft; what its type does not use is null.</summary>
/// <param name="Key">Its name within the draft.</param>
/// <param name="Goal">The place of the goal that it serves.</param>
internal sealed record PlannedStep(
    string Key, TaskType Type, Guid AgentId, int Goal, int Priority, IReadOnlyList<string> DependsOn, Platform Platform, string? Topic = null, string? Tone = null,
    string? KeyMessage = null, IReadOnlyList<string>? Hashtags = null, string? Prompt = null, string? TextFrom = null, IReadOnlyList<string>? MediaFrom = null,
    int? PublishAfterSeconds = null)
{
    /// <summary>The keys of the tasks that it waits for, each with the field that names it.</summary>
    public IEnumerable<(string Key, string Field)> Waits() =>
        DependsOn.Select(key => (key, "/depends_on"))
            .Concat(TextFrom is { } text && Type == TaskType.PostContent ? [(text, "/text_from")] : [])
            .Concat(Type == TaskType.PostContent ? (MediaFrom ?? []).Select(key => (key, "/media_from")) : []);

    /// <exception cref="RuleViolationException">A model plans no task of this type.</exception>
    public JsonElement Input(Func<string, string, Guid> idOf, string at, DateTimeOffset? publishAt) => Type switch
    {
        TaskType.GeneratePost => ChimeraJson.Write(new GeneratePostInput(Topic ?? "", Platform, Tone, KeyMessage: KeyMessage, Hashtags: Hashtags)),
        TaskType.GenerateImage => ChimeraJson.Write(new GenerateImageInput(Prompt ?? "", Style: StyleOn(Platform))),
        TaskType.PostContent => ChimeraJson.Write(new PostContentInput(Platform,
            new(TextFrom: TextFrom is { } text ? idOf(text, "/text_from") : null, MediaFrom: MediaFrom is { Count: > 0 } media ? [.. media.Select(key => idOf(key, "/media_from"))] : null),
            publishAt is { } time ? new(ScheduledTime: time) : null)),
        _ => throw new RuleViolationException("planner.type", "A plan has tasks of the types generate_post, generate_image and post_content.", at + "/type")
    };

    private static ImageStyle StyleOn(Platform platform) => platform switch
    {
        Platform.Twitter => ImageStyle.Landscape,
        Platform.Tiktok => ImageStyle.Story,
        _ => ImageStyle.Square
    };
}
