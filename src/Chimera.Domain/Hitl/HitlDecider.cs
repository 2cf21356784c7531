using System.Text.Json;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using static Chimera.Domain.Rule;

namespace Chimera.Domain.Hitl;

/// <summary>The rules of a human's review. Pure: (command, state, now) in, events out.</summary>
public static class HitlDecider
{
    public const int MaxReviewerLength = 100, MaxFeedbackLength = 10_000;

    public static HitlEvent[] Decide(OpenHitlItem command, DateTimeOffset now) =>
    [
        new HitlItemOpened(command.HitlId, command.TaskId, command.ResultId, command.AgentId, command.CampaignId, command.EscalationReason,
            command.ContextData, command.Priority, now)
    ];

    public static HitlEvent[] Decide(AssignHitlItem command, HitlItem item, DateTimeOffset now)
    {
        RequireText(command.AssignedTo, MaxReviewerLength, "hitl.assigned-to", "/assigned_to");
        if (item.AssignedTo == command.AssignedTo) return [];
        RequireOpen(item);
        return [new HitlItemAssigned(command.AssignedTo, now)];
    }

    /// <summary>Decides once. The same decision again changes nothing; another one is refused.</summary>
    public static HitlEvent[] Decide(DecideHitlItem command, HitlItem item, TaskType taskType, DateTimeOffset now)
    {
        RequireText(command.Reviewer, MaxReviewerLength, "hitl.reviewer", "/reviewer");
        Require((command.Feedback?.Length ?? 0) <= MaxFeedbackLength, "hitl.feedback", $"At most {MaxFeedbackLength} characters.", "/feedback");
        Require(command.Decision == HitlDecision.Modify == command.ModifiedOutput is not null, "hitl.modified-output",
            "modified_output belongs to modify, and modify needs it.", "/modified_output");
        if (item.Status == HitlStatus.Resolved && Same(command, item)) return [];
        RequireOpen(item);
        if (command.ModifiedOutput is { } output) TaskSchemas.ReadPrepared(taskType, output, "/modified_output");
        return [new HitlItemDecided(command.Decision, command.Reviewer, command.Feedback, command.ModifiedOutput, now)];
    }

    public static HitlEvent[] Decide(CancelHitlItem command, HitlItem item, DateTimeOffset now) =>
        item.Status is HitlStatus.Pending or HitlStatus.InReview ? [new HitlItemCancelled(command.Reason, now)] : [];

    private static bool Same(DecideHitlItem command, HitlItem item) =>
        command.Decision == item.Decision && command.Reviewer == item.Reviewer && Hash(command.ModifiedOutput) == Hash(item.ModifiedOutput);

    private static string? Hash(JsonElement? output) => output is { } json ? TaskResult.Sha256Of(json) : null;

    private static void RequireOpen(HitlItem item) =>
        Require(item.Status is HitlStatus.Pending or HitlStatus.InReview, "hitl.closed", $"The item is {item.Status}; it can be decided only once.");
}
