using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Projections.Events;
using Npgsql;
using static Chimera.Projections.Tables.Cells;

namespace Chimera.Projections.Tables;

/// <summary>A row of <c>hitl_queue</c>.</summary>
/// <param name="ContextData">JSON: what the human needs to decide.</param>
public sealed record HitlRow(
    Guid HitlId, Guid? TaskId, Guid? ResultId, string EscalationReason, string ContextData, int Priority, string Status, string? AssignedTo,
    string? Decision, string? Feedback, DateTimeOffset CreatedAt, DateTimeOffset? ReviewedAt, Guid? AgentId = null, Guid? CampaignId = null);

/// <summary>What waits, or waited, for a human; statuses as X-23 gives them. Whose it is, <c>agent_id</c> and <c>campaign_id</c>, the specification's table has not.</summary>
public static class HitlQueueTable
{
    public static readonly TableDescription<HitlRow> Description =
        new TableDescription<HitlRow>("hitl_queue", typeof(HitlEvent), row => row.HitlId, Read, Fold)
            .Column("hitl_id", "uuid PRIMARY KEY DEFAULT gen_random_uuid()", row => row.HitlId)
            .Column("task_id", "uuid REFERENCES tasks(task_id)", row => row.TaskId)
            .Column("result_id", "uuid REFERENCES results(result_id)", row => row.ResultId)
            .Column("escalation_reason", "varchar(100) NOT NULL", row => row.EscalationReason)
            .Column("context_data", "jsonb NOT NULL", row => row.ContextData)
            .Column("priority", "integer DEFAULT 5", row => row.Priority)
            .Column("status", "varchar(20) DEFAULT 'pending'", row => row.Status, words: typeof(HitlStatus))
            .Column("assigned_to", "varchar(100)", row => row.AssignedTo)
            .Column("decision", "varchar(20)", row => row.Decision, words: typeof(HitlDecision))
            .Column("feedback", "text", row => row.Feedback)
            .Column("created_at", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.CreatedAt)
            .Column("reviewed_at", "timestamptz", row => row.ReviewedAt)
            .Column("agent_id", "uuid", row => row.AgentId)
            .Column("campaign_id", "uuid", row => row.CampaignId)
            .Index("idx_hitl_status", "status")
            .Index("idx_hitl_priority", "priority DESC")
            .Index("idx_hitl_task", "task_id")
            .Counted(Count, Counters.Hitl, Counters.CampaignHitl);

    public static HitlRow? Fold(HitlRow? row, StoredEvent @event) => (row, @event.Data) switch
    {
        (_, HitlItemOpened e) => new(e.HitlId, e.TaskId, e.ResultId, Fit(e.EscalationReason, 100), e.ContextData.GetRawText(), e.Priority,
            ChimeraJson.NameOf(HitlStatus.Pending), null, null, null, Moment(e.OpenedAt), null, e.AgentId, e.CampaignId),
        (null, _) => null,
        (_, HitlItemAssigned e) => row with { Status = ChimeraJson.NameOf(HitlStatus.InReview), AssignedTo = Fit(e.AssignedTo, 100) },
        (_, HitlItemDecided e) => row with
        {
            Status = ChimeraJson.NameOf(HitlStatus.Resolved),
            Decision = ChimeraJson.NameOf(e.Decision),
            Feedback = e.Feedback,
            ReviewedAt = Moment(e.ReviewedAt)
        },
        (_, HitlItemCancelled) => row with { Status = ChimeraJson.NameOf(HitlStatus.Cancelled) },
        _ => row
    };

    private static void Count(HitlRow row, Tally tally)
    {
        tally.Add(Counters.Hitl, row.Status);
        if (row.CampaignId is { } campaign) tally.Add(Counters.CampaignHitl, row.Status, campaign);
    }

    private static HitlRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.ValueAt<Guid>(1), row.ValueAt<Guid>(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetString(6), row.TextAt(7),
        row.TextAt(8), row.TextAt(9), row.TimeAt(10), row.ValueAt<DateTimeOffset>(11), row.ValueAt<Guid>(12), row.ValueAt<Guid>(13));
}
