using System.Text.Json;

namespace Chimera.Domain.Hitl;

public enum HitlDecision { Approve, Reject, Modify }

/// <summary>X-23; <c>expired</c> is kept for review deadlines.</summary>
public enum HitlStatus { Pending, InReview, Resolved, Expired, Cancelled }

/// <summary>A result or incident that waits for a human's decision.</summary>
public sealed record HitlItem(
    Guid Id, Guid TaskId, Guid? ResultId, Guid AgentId, Guid? CampaignId, string EscalationReason, JsonElement ContextData, int Priority,
    DateTimeOffset CreatedAt, HitlStatus Status = HitlStatus.Pending, string? AssignedTo = null, HitlDecision? Decision = null,
    string? Reviewer = null, string? Feedback = null, JsonElement? ModifiedOutput = null, DateTimeOffset? ReviewedAt = null)
{
    public static HitlItem? Evolve(HitlItem? item, HitlEvent @event) => @event switch
    {
        HitlItemOpened e => new(e.HitlId, e.TaskId, e.ResultId, e.AgentId, e.CampaignId, e.EscalationReason, e.ContextData, e.Priority, e.OpenedAt),
        HitlItemAssigned e => item! with { Status = HitlStatus.InReview, AssignedTo = e.AssignedTo },
        HitlItemDecided e => item! with
        {
            Status = HitlStatus.Resolved,
            Decision = e.Decision,
            Reviewer = e.Reviewer,
            Feedback = e.Feedback,
            ModifiedOutput = e.ModifiedOutput,
            ReviewedAt = e.ReviewedAt
        },
        HitlItemCancelled => item! with { Status = HitlStatus.Cancelled },
        _ => item
    };
}
