using System.Text.Json;

namespace Chimera.Domain.Tasks;

/// <summary>What can happen to a task. Stored forever: add, never rename or remove.</summary>
public abstract record TaskEvent;
public sealed record TaskPlanned(
    Guid TaskId, Guid AgentId, Guid? CampaignId, TaskType Type, int Priority, JsonElement InputData, IReadOnlyList<Guid> Dependencies,
    IReadOnlyList<Guid> Dependents, int MaxRetries, int TimeoutSeconds, string TraceId, decimal ReservedUsd, bool DryRun,
    DateTimeOffset? ScheduledFor, DateTimeOffset PlannedAt) : TaskEvent;
public sealed record TaskAwaited(Guid DependentId, DateTimeOffset At) : TaskEvent;
public sealed record TaskStarted(Guid WorkerId, int Attempt, DateTimeOffset StartedAt) : TaskEvent;
public sealed record TaskRetryScheduled(int RetryCount, TaskError Error, decimal CostUsd, DateTimeOffset RetryAt, DateTimeOffset At) : TaskEvent;
public sealed record TaskRevised(int RetryCount, JsonElement InputData, TaskError Error, decimal CostUsd, DateTimeOffset At) : TaskEvent;
public sealed record TaskEscalated(Guid ResultId, Guid HitlId, string Reason, DateTimeOffset At) : TaskEvent;
public sealed record TaskApproved(Guid ResultId, DateTimeOffset At) : TaskEvent;
public sealed record TaskCommitStarted(Guid ResultId, DateTimeOffset At) : TaskEvent;

/// <summary>Its effect was asked for and will be again, later; nothing has happened yet, so that it can still be cancelled.</summary>
public sealed record TaskCommitDeferred(DateTimeOffset At) : TaskEvent;
public sealed record TaskRescheduled(DateTimeOffset ScheduledFor, DateTimeOffset At) : TaskEvent;
public sealed record TaskCompleted(Guid ResultId, decimal CostUsd, DateTimeOffset CompletedAt) : TaskEvent;
public sealed record TaskFailed(TaskError Error, decimal CostUsd, DateTimeOffset FailedAt) : TaskEvent;
public sealed record TaskSkipped(TaskError Error, DateTimeOffset SkippedAt, decimal CostUsd = 0) : TaskEvent;
public sealed record TaskCancelled(string Reason, DateTimeOffset CancelledAt) : TaskEvent;
public sealed record TaskReopened(DateTimeOffset ReopenedAt) : TaskEvent;
