using System.Collections.Immutable;

namespace Chimera.Domain.Campaigns;

public enum CampaignStatus { Draft, Active, Paused, Completed, Cancelled }

/// <summary>A campaign: its brief, its budget and what is still open.</summary>
/// <param name="ReservedUsd">Set aside for open tasks, in US dollars.</param>
/// <param name="SpentUsd">Spent by settled tasks and by planning, in US dollars.</param>
/// <param name="OpenTasks">Planned and not yet settled.</param>
/// <param name="Reopened">Where reopened tasks began anew.</param>
public sealed record Campaign(
    Guid Id, string Name, string? Description, IReadOnlyList<Guid> AgentIds, DateTimeOffset StartDate, DateTimeOffset? EndDate, decimal BudgetUsd,
    IReadOnlyList<CampaignGoal> Goals, PlanConstraints Constraints, bool DryRun, CampaignStatus Status, string TraceId, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>The code of the alert when more is spent than was allowed.</summary>
    public const string BudgetExceeded = "BUDGET_EXCEEDED";

    public decimal ReservedUsd { get; init; }
    public decimal SpentUsd { get; init; }
    public bool Planned { get; init; }
    public string? PlanError { get; init; }
    public int CompletedTasks { get; init; }
    public int FailedTasks { get; init; }
    public ImmutableHashSet<Guid> OpenTasks { get; init; } = [];
    public ImmutableDictionary<Guid, int> Reopened { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    public int PlannedTasks => OpenTasks.Count + CompletedTasks + FailedTasks;
    public decimal FreeUsd => BudgetUsd - SpentUsd - ReservedUsd;
    public bool IsOver => Status is CampaignStatus.Completed or CampaignStatus.Cancelled;

    /// <summary>Waited for, and not ended before it was reopened.</summary>
    public bool AwaitsEnd(TaskOutcome outcome) => OpenTasks.Contains(outcome.TaskId) && outcome.Attempt >= Reopened.GetValueOrDefault(outcome.TaskId);

    public static Campaign? Evolve(Campaign? campaign, CampaignEvent @event) => @event switch
    {
        CampaignCreated e => new(e.CampaignId, e.Name, e.Description, e.AgentIds, e.StartDate, e.EndDate, e.BudgetUsd, e.Goals, e.Constraints, e.DryRun,
            e.Status, e.TraceId, e.CreatedAt, e.CreatedAt),
        CampaignRenamed e => campaign! with { Name = e.Name, UpdatedAt = e.At },
        CampaignDescribed e => campaign! with { Description = e.Description, UpdatedAt = e.At },
        CampaignEndMoved e => campaign! with { EndDate = e.EndDate, UpdatedAt = e.At },
        CampaignBudgetSet e => campaign! with { BudgetUsd = e.BudgetUsd, UpdatedAt = e.At },
        CampaignLaunched e => campaign! with { Status = CampaignStatus.Active, UpdatedAt = e.At },
        CampaignPlanned e => campaign! with
        {
            Planned = true,
            PlanError = null,
            OpenTasks = campaign.OpenTasks.Union(e.TaskIds),
            ReservedUsd = campaign.ReservedUsd + e.ReservedUsd,
            SpentUsd = campaign.SpentUsd + e.CostUsd,
            UpdatedAt = e.At
        },
        CampaignPlanFailed e => campaign! with { PlanError = e.Reason, Status = CampaignStatus.Paused, SpentUsd = campaign.SpentUsd + e.CostUsd, UpdatedAt = e.At },
        CampaignTaskAdded e => campaign! with
        {
            OpenTasks = campaign.OpenTasks.Add(e.TaskId),
            Reopened = e.Attempt > 0 ? campaign.Reopened.SetItem(e.TaskId, e.Attempt) : campaign.Reopened,
            FailedTasks = campaign.FailedTasks - (e.Attempt > 0 ? 1 : 0),
            ReservedUsd = campaign.ReservedUsd + e.ReservedUsd,
            UpdatedAt = e.At,
            Status = campaign.Status == CampaignStatus.Completed ? CampaignStatus.Active : campaign.Status
        },
        TasksSettled e => campaign! with
        {
            OpenTasks = campaign.OpenTasks.Except(e.Completed).Except(e.Failed),
            CompletedTasks = campaign.CompletedTasks + e.Completed.Count,
            FailedTasks = campaign.FailedTasks + e.Failed.Count,
            ReservedUsd = campaign.ReservedUsd - e.ReleasedUsd,
            SpentUsd = campaign.SpentUsd + e.SpentUsd,
            UpdatedAt = e.At
        },
        CampaignPaused e => campaign! with { Status = CampaignStatus.Paused, UpdatedAt = e.At },
        CampaignResumed e => campaign! with { Status = CampaignStatus.Active, PlanError = null, UpdatedAt = e.At },
        CampaignCompleted e => campaign! with { Status = CampaignStatus.Completed, UpdatedAt = e.At },
        CampaignCancelled e => campaign! with { Status = CampaignStatus.Cancelled, UpdatedAt = e.At },
        _ => campaign
    };
}
