using System.Text.Json;

namespace Chimera.Domain.Hitl;

public sealed record OpenHitlItem(
    Guid HitlId, Guid TaskId, Guid? ResultId, Guid AgentId, Guid? CampaignId, string EscalationReason, JsonElement ContextData, int Priority);
public sealed record AssignHitlItem(Guid HitlId, string AssignedTo);

/// <param name="ModifiedOutput">Needed with <c>modify</c>, and only then: the output that replaces the worker's.</param>
public sealed record DecideHitlItem(Guid HitlId, HitlDecision Decision, string Reviewer, string? Feedback = null, JsonElement? ModifiedOutput = null);
public sealed record CancelHitlItem(Guid HitlId, string Reason);
