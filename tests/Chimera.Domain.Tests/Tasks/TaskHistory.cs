using System.Text.Json;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Tests.Tasks;

/// <summary>The cast and the past shared by every task spec: Ada is to write a post, a worker tries.</summary>
public static class TaskHistory
{
    public static readonly DateTimeOffset Then = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), Now = Then.AddHours(1), Tomorrow = Now.AddDays(1);
    public static readonly Guid TaskId = Guid.NewGuid(), Ada = Guid.NewGuid(), CampaignId = Guid.NewGuid(), Worker = Guid.NewGuid();
    public static readonly Guid ResultId = Guid.NewGuid(), OtherResult = Guid.NewGuid(), HitlId = Guid.NewGuid(), Before = Guid.NewGuid(),
        After = Guid.NewGuid();
    public static readonly JsonElement Input = Json("""{"topic":"espresso","platform":"twitter"}""");
    public static readonly JsonElement OtherInput = Json("""{"topic":"tea","platform":"twitter"}""");
    public static readonly TaskError RateLimit = new("RATE_LIMIT", "429"), Rejection = new("REJECTED", "off-brand"),
        Duplicate = new("DUPLICATE_CONTENT", "said before");

    public static readonly PlanTask Plan = new(
        TaskId, Ada, CampaignId, TaskType.GeneratePost, Input, Priority: 7, [Before], [After],
        MaxRetries: 2, TimeoutSeconds: 60, "trace-1", ReservedUsd: 0.5m, DryRun: true);

    public static readonly TaskPlanned Planned = new(
        TaskId, Ada, CampaignId, TaskType.GeneratePost, 7, Input, [Before], [After],
        MaxRetries: 2, TimeoutSeconds: 60, "trace-1", 0.5m, DryRun: true, ScheduledFor: null, Then);
    public static readonly TaskPlanned Scheduled = Planned with
    {
        Type = TaskType.PostContent,
        ScheduledFor = Tomorrow,
        InputData = Json("""{"platform":"twitter","content":{"text":"Hi"},"scheduling":{"scheduled_time":"2026-01-02T13:00:00Z"}}""")
    };
    public static readonly TaskStarted Started = new(Worker, Attempt: 0, Then), StartedAgain = new(Worker, 1, Then);
    public static readonly TaskRetryScheduled RetryScheduled = new(RetryCount: 1, RateLimit, CostUsd: 0.1m, RetryAt: Then.AddSeconds(1), Then);
    public static readonly TaskRevised Revised = new(RetryCount: 1, OtherInput, Rejection, CostUsd: 0.2m, Then);
    public static readonly TaskEscalated Escalated = new(ResultId, HitlId, "low confidence", Then);
    public static readonly TaskApproved Approved = new(ResultId, Then);
    public static readonly TaskCommitStarted CommitStarted = new(ResultId, Then);
    public static readonly TaskCommitDeferred CommitDeferred = new(Then);
    public static readonly TaskCompleted Completed = new(ResultId, CostUsd: 0.3m, Then);
    public static readonly TaskFailed Failed = new(RateLimit, CostUsd: 0.4m, Then);
    public static readonly TaskSkipped Skipped = new(Duplicate, Then);
    public static readonly TaskCancelled Cancelled = new("operator", Then);
    public static readonly TaskReopened Reopened = new(Then);

    /// <summary>A past for every stage.</summary>
    public static readonly Dictionary<TaskStage, TaskEvent[]> PastOf = new()
    {
        [TaskStage.Pending] = [Planned], [TaskStage.InProgress] = [Planned, Started], [TaskStage.Escalated] = [Planned, Started, Escalated],
        [TaskStage.Approved] = [Planned, Started, Approved],
        [TaskStage.Committing] = [Planned, Started, Approved, CommitStarted], [TaskStage.Completed] = [Planned, Started, Completed],
        [TaskStage.Failed] = [Planned, Started, Failed],
        [TaskStage.Skipped] = [Planned, Started, Skipped], [TaskStage.Cancelled] = [Planned, Cancelled]
    };

    public static Spec<AgentTask, TaskEvent> Given(params TaskEvent[] history) => new Spec<AgentTask, TaskEvent>(AgentTask.Evolve).Given(history);

    public static Spec<AgentTask, TaskEvent> Given(TaskStage stage) => Given(PastOf[stage]);

    public static JsonElement Json(string json) => JsonSpec.Json(json);
}
