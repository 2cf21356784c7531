namespace Chimera.Domain.Campaigns;

/// <summary>What can happen to a campaign. Stored forever: add, never rename or remove.</summary>
public abstract record CampaignEvent;
public sealed record CampaignCreated(
    Guid CampaignId, string Name, string? Description, IReadOnlyList<Guid> AgentIds, DateTimeOffset StartDate, DateTimeOffset? EndDate,
    decimal BudgetUsd, IReadOnlyList<CampaignGoal> Goals, PlanConstraints Constraints, bool DryRun, CampaignStatus Status, string TraceId,
    DateTimeOffset CreatedAt) : CampaignEvent;
public sealed record CampaignRenamed(string Name, DateTimeOffset At) : CampaignEvent;
public sealed record CampaignDescribed(string? Description, DateTimeOffset At) : CampaignEvent;
public sealed record CampaignEndMoved(DateTimeOffset EndDate, DateTimeOffset At) : CampaignEvent;
public sealed record CampaignBudgetSet(decimal BudgetUsd, DateTimeOffset At) : CampaignEvent;
public sealed record CampaignLaunched(DateTimeOffset At) : CampaignEvent;

/// <param name="ReservedUsd">What the tasks may cost together, in US dollars, taken from the budget in advance.</param>
/// <param name="CostUsd">What the planning itself cost, in US dollars.</param>
public sealed record CampaignPlanned(IReadOnlyList<Guid> TaskIds, decimal ReservedUsd, string ModelUsed, DateTimeOffset At, decimal CostUsd = 0) : CampaignEvent;

/// <param name="CostUsd">What the planning cost all the same, in US dollars.</param>
public sealed record CampaignPlanFailed(string Code, string Reason, DateTimeOffset At, decimal CostUsd = 0) : CampaignEvent;

/// <param name="Attempt">Where a reopened task begins anew; 0 for a new one.</param>
public sealed record CampaignTaskAdded(Guid TaskId, decimal ReservedUsd, DateTimeOffset At, int Attempt = 0) : CampaignEvent;
public sealed record TasksSettled(
    IReadOnlyList<Guid> Completed, IReadOnlyList<Guid> Failed, decimal ReleasedUsd, decimal SpentUsd, DateTimeOffset At) : CampaignEvent;
public sealed record CampaignPaused(string Reason, DateTimeOffset At) : CampaignEvent;
public sealed record CampaignResumed(DateTimeOffset At) : CampaignEvent;
public sealed record CampaignCompleted(DateTimeOffset At) : CampaignEvent;
public sealed record CampaignCancelled(string Reason, DateTimeOffset At) : CampaignEvent;
