using System.Text.Json;

namespace Chimera.Domain.Hitl;

/// <summary>What can happen to an item that waits for a human. Stored forever: add, never rename or remove.</summary>
public abstract record HitlEvent;
public sealed record HitlItemOpened(
    Guid HitlId, Guid TaskId, Guid? ResultId, Guid AgentId, Guid? CampaignId, string EscalationReason, JsonElement ContextData, int Priority,
    DateTimeOffset OpenedAt) : HitlEvent;
public sealed record HitlItemAssigned(string AssignedTo, DateTimeOffset At) : HitlEvent;
public sealed record HitlItemDecided(HitlDecision Decision, string Reviewer, string? Feedback, JsonElement? ModifiedOutput, DateTimeOffset ReviewedAt) : HitlEvent;
public sealed record HitlItemCancelled(string Reason, DateTimeOffset At) : HitlEvent;
