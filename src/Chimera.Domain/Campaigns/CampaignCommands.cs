using Chimera.Domain.Tasks;

namespace Chimera.Domain.Campaigns;

public sealed record CreateCampaign(
    Guid CampaignId, string Name, string? Description, IReadOnlyList<Guid> AgentIds, DateTimeOffset StartDate, DateTimeOffset? EndDate,
    decimal BudgetUsd, IReadOnlyList<CampaignGoal> Goals, PlanConstraints? Constraints = null, bool DryRun = false,
    CampaignStatus Status = CampaignStatus.Active, string TraceId = "");

/// <summary>Changes the fields that are given; null leaves a field as it is.</summary>
public sealed record ReviseCampaign(
    Guid CampaignId, string? Name = null, string? Description = null, DateTimeOffset? EndDate = null, decimal? BudgetUsd = null);
public sealed record LaunchCampaign(Guid CampaignId);

/// <summary>The planner's answer: the tasks of the campaign, ready to be reserved and released.</summary>
public sealed record AdoptPlan(Guid CampaignId, IReadOnlyList<PlanTask> Tasks, string ModelUsed, decimal CostUsd = 0);
public sealed record FailPlan(Guid CampaignId, string Code, string Reason, decimal CostUsd = 0);
/// <param name="Attempt">Where a reopened task begins anew; 0 for a new one.</param>
public sealed record AddCampaignTask(Guid CampaignId, Guid TaskId, decimal ReservedUsd, int Attempt = 0);

/// <summary>How a task ended, for the campaign's books.</summary>
/// <param name="CostUsd">What all its attempts cost, in US dollars.</param>
/// <param name="Attempt">The attempt it ended with: a late word of an earlier end is not taken for that of a reopened task.</param>
public sealed record TaskOutcome(Guid TaskId, bool Completed, decimal ReservedUsd, decimal CostUsd, int Attempt = 0);
public sealed record SettleTasks(Guid CampaignId, IReadOnlyList<TaskOutcome> Outcomes);
public sealed record PauseCampaign(Guid CampaignId, string Reason);
public sealed record ResumeCampaign(Guid CampaignId);
public sealed record CancelCampaign(Guid CampaignId, string Reason);
