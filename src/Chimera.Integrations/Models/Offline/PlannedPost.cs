using Chimera.Domain;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integrations.Models.Offline;

/// <summary>The tasks that make one post: its text, its image and its publication, as far as the constraints allow them.</summary>
internal sealed record PlannedPost(int Priority, IReadOnlyList<PlanTask> Tasks)
{
    private const decimal ImageUsd = 0.02m;

    public decimal ReservedUsd => Tasks.Sum(task => task.ReservedUsd);

    public static PlannedPost Of(PostSlot slot, Campaign campaign, PlanConstraints constraints, DateTimeOffset now)
    {
        bool Allows(TaskType type) => constraints.AllowedTaskTypes?.Contains(type) != false;
        var publishes = Allows(TaskType.PostContent);
        var text = Allows(TaskType.GeneratePost) ? Text(slot, campaign) : null;
        var image = WantsImage(slot) && Allows(TaskType.GenerateImage) ? Image(slot, campaign) : null;
        PlanTask[] work = [.. new[] { text, image }.OfType<PlanTask>()];
        if (!publishes || work.Length == 0) return new(slot.Goal.Priority, work);
        var publication = Publication(slot, campaign, text?.TaskId, image?.TaskId, WhenOf(slot.Goal, constraints, now));
        return new(slot.Goal.Priority, [.. work.Select(task => task with { Dependents = [publication.TaskId] }), publication]);
    }

    private static bool WantsImage(PostSlot slot) => slot.Goal.Images || slot.Platform is Platform.Instagram or Platform.Tiktok;

    private static PlanTask Text(PostSlot slot, Campaign campaign) =>
        Task(slot, campaign, "text", TaskType.GeneratePost,
            new GeneratePostInput(slot.Topic, slot.Platform, slot.Goal.Tone, KeyMessage: slot.KeyMessage, Hashtags: slot.Goal.Hashtags));

    private static PlanTask Image(PostSlot slot, Campaign campaign) =>
        Task(slot, campaign, "image", TaskType.GenerateImage,
            new GenerateImageInput(PromptOf(slot), Style: StyleOn(slot.Platform))) with
        { ReservedUsd = ImageUsd };

    private static PlanTask Publication(PostSlot slot, Campaign campaign, Guid? text, Guid? image, DateTimeOffset? at) =>
        Task(slot, campaign, "publication", TaskType.PostContent, new PostContentInput(slot.Platform,
            new PostedContent(TextFrom: text, MediaFrom: image is { } id ? [id] : null), at is null ? null : new Scheduling(ScheduledTime: at))) with
        {
            Priority = Math.Min(TaskDecider.MaxPriority, slot.Goal.Priority + 1),
            Dependencies = [.. new[] { text, image }.OfType<Guid>()]
        };

    private static PlanTask Task<TInput>(PostSlot slot, Campaign campaign, string part, TaskType type, TInput input) =>
        new(DerivedId.Of(campaign.Id, $"{slot.Name}/{part}"), slot.Agent.Id, campaign.Id, type, ChimeraJson.Write(input), slot.Goal.Priority, [], [],
            TraceId: campaign.TraceId, DryRun: campaign.DryRun);

    private static string PromptOf(PostSlot slot)
    {
        var persona = slot.Agent.Persona;
        var mood = persona.VoiceTone.Count > 0 ? $"; {string.Join(" and ", persona.VoiceTone.Take(2))} mood" : "";
        var value = persona.CoreValues.Count > 0 ? $"; in the spirit of {persona.CoreValues[0]}" : "";
        return Sentences.Fit($"{slot.Topic}{mood}{value}", 2000);
    }

    private static ImageStyle StyleOn(Platform platform) => platform switch
    {
        Platform.Twitter => ImageStyle.Landscape,
        Platform.Tiktok => ImageStyle.Story,
        _ => ImageStyle.Square
    };

    private static DateTimeOffset? WhenOf(CampaignGoal goal, PlanConstraints constraints, DateTimeOffset now)
    {
        if (goal.PublishAfterSeconds is not { } seconds) return null;
        var at = now.AddSeconds(seconds);
        return constraints.Deadline is { } deadline && deadline < at ? deadline : at;
    }
}
