using Chimera.Domain;
using Chimera.Domain.Campaigns;
using Chimera.Projections.Events;
using Npgsql;
using static Chimera.Projections.Tables.Cells;

namespace Chimera.Projections.Tables;

/// <summary>A row of <c>campaigns</c>.</summary>
/// <param name="Goals">JSON: the goals, an array.</param>
/// <param name="SpentExactUsd">What is spent, in US dollars, to the eighth decimal.</param>
public sealed record CampaignRow(
    Guid CampaignId, string Name, string? Description, IReadOnlyList<Guid> AgentIds, DateTimeOffset StartDate, DateTimeOffset? EndDate,
    decimal BudgetUsd, string Status, string Goals, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, decimal SpentExactUsd)
{
    public decimal SpentUsd => Cents(SpentExactUsd);
}

/// <summary>
/// The campaigns. <c>spent_usd</c> is rounded to cents; many costs are a fraction of one, so the last column, which the specification
/// has not, keeps the exact sum that the next cost is added to.
/// </summary>
public static class CampaignsTable
{
    public static readonly TableDescription<CampaignRow> Description =
        new TableDescription<CampaignRow>("campaigns", typeof(CampaignEvent), row => row.CampaignId, Read, Fold)
            .Column("campaign_id", "uuid PRIMARY KEY DEFAULT gen_random_uuid()", row => row.CampaignId)
            .Column("name", "varchar(200) NOT NULL", row => row.Name)
            .Column("description", "text", row => row.Description)
            .Column("agent_ids", "uuid[] NOT NULL", row => row.AgentIds)
            .Column("start_date", "timestamptz NOT NULL", row => row.StartDate)
            .Column("end_date", "timestamptz", row => row.EndDate)
            .Column("budget_usd", "numeric(10,2)", row => row.BudgetUsd)
            .Column("spent_usd", "numeric(10,2) DEFAULT 0.00", row => row.SpentUsd)
            .Column("status", "varchar(20) DEFAULT 'active'", row => row.Status, words: typeof(CampaignStatus))
            .Column("goals", "jsonb", row => row.Goals)
            .Column("created_at", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.CreatedAt)
            .Column("updated_at", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.UpdatedAt)
            .Column("spent_exact_usd", "numeric(20,8) DEFAULT 0", row => row.SpentExactUsd)
            .Index("idx_campaigns_status", "status")
            .Index("idx_campaigns_dates", "start_date, end_date");

    public static CampaignRow? Fold(CampaignRow? row, StoredEvent @event) => (row, @event.Data) switch
    {
        (_, CampaignCreated e) => new(e.CampaignId, Fit(e.Name, 200), e.Description, e.AgentIds, Moment(e.StartDate), Moment(e.EndDate),
            Cents(e.BudgetUsd), ChimeraJson.NameOf(e.Status), Json(e.Goals), Moment(e.CreatedAt), Moment(e.CreatedAt), 0),
        (null, _) => null,
        (_, CampaignRenamed e) => row with { Name = Fit(e.Name, 200), UpdatedAt = Moment(e.At) },
        (_, CampaignDescribed e) => row with { Description = e.Description, UpdatedAt = Moment(e.At) },
        (_, CampaignEndMoved e) => row with { EndDate = Moment(e.EndDate), UpdatedAt = Moment(e.At) },
        (_, CampaignBudgetSet e) => row with { BudgetUsd = Cents(e.BudgetUsd), UpdatedAt = Moment(e.At) },
        (_, CampaignLaunched e) => In(row, CampaignStatus.Active, e.At),
        (_, CampaignPlanned e) => Spent(row, e.CostUsd) with { UpdatedAt = Moment(e.At) },
        (_, CampaignPlanFailed e) => In(Spent(row, e.CostUsd), CampaignStatus.Paused, e.At),
        (_, CampaignTaskAdded e) => row.Status == ChimeraJson.NameOf(CampaignStatus.Completed)
            ? In(row, CampaignStatus.Active, e.At)
            : row with { UpdatedAt = Moment(e.At) },
        (_, TasksSettled e) => Spent(row, e.SpentUsd) with { UpdatedAt = Moment(e.At) },
        (_, CampaignPaused e) => In(row, CampaignStatus.Paused, e.At),
        (_, CampaignResumed e) => In(row, CampaignStatus.Active, e.At),
        (_, CampaignCompleted e) => In(row, CampaignStatus.Completed, e.At),
        (_, CampaignCancelled e) => In(row, CampaignStatus.Cancelled, e.At),
        _ => row
    };

    private static CampaignRow Spent(CampaignRow row, decimal usd) => row with { SpentExactUsd = Exact(row.SpentExactUsd + usd) };

    private static CampaignRow In(CampaignRow row, CampaignStatus status, DateTimeOffset at) =>
        row with { Status = ChimeraJson.NameOf(status), UpdatedAt = Moment(at) };

    private static CampaignRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.TextAt(2), row.GetFieldValue<Guid[]>(3), row.TimeAt(4), row.ValueAt<DateTimeOffset>(5), row.GetDecimal(6),
        row.GetString(8), row.GetString(9), row.TimeAt(10), row.TimeAt(11), row.GetDecimal(12));
}
