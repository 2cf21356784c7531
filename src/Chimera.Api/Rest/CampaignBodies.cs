using System.ComponentModel;
using System.Text.Json;
using Chimera.Domain.Campaigns;
using Chimera.Projections.Tables;

namespace Chimera.Api.Rest;

public sealed record NewCampaign(
    string Name, IReadOnlyList<Guid> AgentIds, DateTimeOffset StartDate, decimal BudgetUsd, IReadOnlyList<CampaignGoal> Goals, Guid? CampaignId = null,
    string? Description = null, DateTimeOffset? EndDate = null, PlanConstraints? Constraints = null,
    [property: Description("Everything but the effects: nothing is posted and no money moves.")] bool DryRun = false,
    [property: Description("draft or active.")] CampaignStatus Status = CampaignStatus.Active);

[Description("The fields that change; what is absent or null stays.")]
public sealed record CampaignChanges(
    string? Name = null, string? Description = null, DateTimeOffset? EndDate = null, decimal? BudgetUsd = null,
    [property: Description("active, paused or cancelled.")] CampaignStatus? Status = null);

/// <summary>A campaign as its table has it.</summary>
public sealed record CampaignSummary(
    Guid CampaignId, string Name, string? Description, IReadOnlyList<Guid> AgentIds, DateTimeOffset StartDate, DateTimeOffset? EndDate,
    decimal BudgetUsd, decimal SpentUsd, CampaignStatus Status, JsonElement Goals, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static CampaignSummary Of(CampaignRow row) => new(row.CampaignId, row.Name, row.Description, row.AgentIds, row.StartDate, row.EndDate,
        row.BudgetUsd, row.SpentUsd, Words<CampaignStatus>.Value(row.Status), JsonElement.Parse(row.Goals), row.CreatedAt, row.UpdatedAt);
}

/// <summary>How many tasks a campaign has, by where they stand.</summary>
public sealed record TaskCounts(int Planned, int Open, int Completed, int Failed);

/// <summary>A campaign with its books.</summary>
public sealed record CampaignDetails(
    Guid CampaignId, string Name, string? Description, IReadOnlyList<Guid> AgentIds, DateTimeOffset StartDate, DateTimeOffset? EndDate,
    decimal BudgetUsd, decimal SpentUsd, decimal ReservedUsd, CampaignStatus Status, IReadOnlyList<CampaignGoal> Goals, PlanConstraints Constraints,
    bool DryRun, string TraceId, [property: Description("Why planning failed.")] string? PlanError, TaskCounts Tasks, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    internal static CampaignDetails Of(Folded<CampaignRow> folded)
    {
        var (row, campaign) = (folded.Row, (Campaign)folded.State);
        return new(row.CampaignId, row.Name, row.Description, row.AgentIds, row.StartDate, row.EndDate, row.BudgetUsd, campaign.SpentUsd, campaign.ReservedUsd,
            campaign.Status, campaign.Goals, campaign.Constraints, campaign.DryRun, campaign.TraceId, campaign.PlanError,
            new(campaign.PlannedTasks, campaign.OpenTasks.Count, campaign.CompletedTasks, campaign.FailedTasks), row.CreatedAt, row.UpdatedAt);
    }
}
