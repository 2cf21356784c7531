using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Projections.Events;
using Npgsql;
using static Chimera.Projections.Tables.Cells;

namespace Chimera.Projections.Tables;

/// <summary>A row of <c>tasks</c>.</summary>
/// <param name="InputData">JSON, of the task's own schema.</param>
/// <param name="ErrorDetails">JSON: a <see cref="TaskError"/>.</param>
/// <param name="CostUsd">What all attempts cost so far, in US dollars.</param>
public sealed record TaskRow(
    Guid TaskId, Guid AgentId, Guid? CampaignId, string TaskType, int Priority, string Status, string InputData, IReadOnlyList<Guid> Dependencies,
    Guid? AssignedWorkerId, int RetryCount, int MaxRetries, int TimeoutSeconds, string TraceId, DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt, string? ErrorDetails, decimal CostUsd = 0);

/// <summary>
/// The tasks, with the published statuses: what is finer (skipped, cancelled, approved) is mapped as X-22 says. <c>cost_usd</c> and the indexes after
/// <c>idx_tasks_trace</c> are not in the specification: lists are read by them.
/// </summary>
public static class TasksTable
{
    public static readonly TableDescription<TaskRow> Description =
        new TableDescription<TaskRow>("tasks", typeof(TaskEvent), row => row.TaskId, Read, Fold)
            .Column("task_id", "uuid PRIMARY KEY DEFAULT gen_random_uuid()", row => row.TaskId)
            .Column("agent_id", "uuid NOT NULL REFERENCES agents(agent_id)", row => row.AgentId)
            .Column("campaign_id", "uuid REFERENCES campaigns(campaign_id)", row => row.CampaignId)
            .Column("task_type", "varchar(50) NOT NULL", row => row.TaskType, words: typeof(TaskType))
            .Column("priority", "integer DEFAULT 5", row => row.Priority)
            .Column("status", "varchar(20) DEFAULT 'pending'", row => row.Status, words: typeof(PublicTaskStatus))
            .Column("input_data", "jsonb NOT NULL", row => row.InputData)
            .Column("dependencies", "uuid[]", row => row.Dependencies)
            .Column("assigned_worker_id", "uuid", row => row.AssignedWorkerId)
            .Column("retry_count", "integer DEFAULT 0", row => row.RetryCount)
            .Column("max_retries", "integer DEFAULT 3", row => row.MaxRetries)
            .Column("timeout_seconds", "integer DEFAULT 300", row => row.TimeoutSeconds)
            .Column("trace_id", "varchar(100)", row => row.TraceId)
            .Column("created_at", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.CreatedAt)
            .Column("started_at", "timestamptz", row => row.StartedAt)
            .Column("completed_at", "timestamptz", row => row.CompletedAt)
            .Column("error_details", "jsonb", row => row.ErrorDetails)
            .Column("cost_usd", "numeric(20,8) DEFAULT 0", row => row.CostUsd)
            .Index("idx_tasks_status", "status")
            .Index("idx_tasks_agent", "agent_id")
            .Index("idx_tasks_priority", "priority DESC")
            .Index("idx_tasks_trace", "trace_id")
            .Index("idx_tasks_queue", "agent_id, status, priority DESC, created_at, task_id")
            .Index("idx_tasks_campaign", "campaign_id, created_at, task_id")
            .Index("idx_tasks_created", "created_at, task_id")
            .Counted(Count, Counters.Tasks, Counters.AgentTasks, Counters.CampaignTasks, Counters.TasksByHour, Counters.CampaignPosts, Counters.AgentCosts);

    public static TaskRow? Fold(TaskRow? row, StoredEvent @event) => (row, @event.Data) switch
    {
        (_, TaskPlanned e) => new(e.TaskId, e.AgentId, e.CampaignId, ChimeraJson.NameOf(e.Type), e.Priority, Pending, e.InputData.GetRawText(), e.Dependencies,
            null, 0, e.MaxRetries, e.TimeoutSeconds, Fit(e.TraceId, 100), Moment(e.PlannedAt), null, null, null),
        (null, _) => null,
        (_, TaskStarted e) => row with { Status = InProgress, AssignedWorkerId = e.WorkerId, StartedAt = Moment(e.StartedAt) },
        (_, TaskRetryScheduled e) => row with { Status = Pending, RetryCount = e.RetryCount, ErrorDetails = Json(e.Error), CostUsd = row.CostUsd + Exact(e.CostUsd) },
        (_, TaskRevised e) => row with
        {
            Status = Pending,
            RetryCount = e.RetryCount,
            InputData = e.InputData.GetRawText(),
            ErrorDetails = Json(e.Error),
            CostUsd = row.CostUsd + Exact(e.CostUsd)
        },
        (_, TaskEscalated) => row with { Status = Escalated },
        (_, TaskApproved) => row with { Status = InProgress },
        (_, TaskCompleted e) => row with { Status = Completed, CompletedAt = Moment(e.CompletedAt), ErrorDetails = null, CostUsd = row.CostUsd + Exact(e.CostUsd) },
        (_, TaskFailed e) => Ended(row, e.Error, e.FailedAt, e.CostUsd),
        (_, TaskSkipped e) => Ended(row, e.Error, e.SkippedAt, e.CostUsd),
        (_, TaskCancelled e) => Ended(row, new(ErrorTable.Cancelled, e.Reason), e.CancelledAt),
        (_, TaskReopened) => row with { Status = Pending, RetryCount = 0, CompletedAt = null, ErrorDetails = null },
        _ => row
    };

    private static readonly string
        Pending = ChimeraJson.NameOf(PublicTaskStatus.Pending), InProgress = ChimeraJson.NameOf(PublicTaskStatus.InProgress),
        Completed = ChimeraJson.NameOf(PublicTaskStatus.Completed), Failed = ChimeraJson.NameOf(PublicTaskStatus.Failed),
        Escalated = ChimeraJson.NameOf(PublicTaskStatus.Escalated);

    private static readonly string[] Posts = [ChimeraJson.NameOf(TaskType.PostContent), ChimeraJson.NameOf(TaskType.ReplyComment)];

    private static TaskRow Ended(TaskRow row, TaskError error, DateTimeOffset at, decimal costUsd = 0) =>
        row with { Status = Failed, ErrorDetails = Json(error), CompletedAt = Moment(at), CostUsd = row.CostUsd + Exact(costUsd) };

    private static void Count(TaskRow row, Tally tally)
    {
        tally.Add(Counters.Tasks, row.Status);
        tally.Add(Counters.AgentTasks, row.Status, row.AgentId);
        tally.Add(Counters.TasksByHour, "created", bucket: Hour(row.CreatedAt));
        if (row.CompletedAt is { } ended) tally.Add(Counters.TasksByHour, row.Status, bucket: Hour(ended));
        if (row.CostUsd > 0) tally.Add(Counters.AgentCosts, "usd", row.AgentId, Day(row.CompletedAt ?? row.StartedAt ?? row.CreatedAt), row.CostUsd);
        if (row.CampaignId is not { } campaign) return;
        tally.Add(Counters.CampaignTasks, row.Status, campaign);
        if (row.Status == Completed && Posts.Contains(row.TaskType)) tally.Add(Counters.CampaignPosts, row.Status, campaign);
    }

    private static DateTimeOffset Hour(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero);

    private static DateTimeOffset Day(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerDay, TimeSpan.Zero);

    private static TaskRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.ValueAt<Guid>(2), row.GetString(3), row.GetInt32(4), row.GetString(5), row.GetString(6),
        row.GetFieldValue<Guid[]>(7), row.ValueAt<Guid>(8), row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetString(12), row.TimeAt(13),
        row.ValueAt<DateTimeOffset>(14), row.ValueAt<DateTimeOffset>(15), row.TextAt(16), row.GetDecimal(17));
}
