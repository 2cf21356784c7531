using System.Text.Json;

namespace Chimera.Domain.Tasks;

/// <summary>The status that the specification publishes (S2.1-21).</summary>
public enum PublicTaskStatus { Pending, InProgress, Completed, Failed, Escalated }

/// <summary>Where a task stands; finer than the published status .</summary>
public enum TaskStage { Pending, InProgress, Escalated, Approved, Committing, Completed, Failed, Skipped, Cancelled }

/// <summary>A unit of work of one agent: just enough state to decide what may happen next.</summary>
/// <param name="Attempt">Counts every try, also those a human asked for; names the attempt's result.</param>
/// <param name="CostUsd">What all finished attempts cost, in US dollars.</param>
/// <param name="CommitStarted">This attempt's effect was requested; until its outcome is known, nobody can say that nothing happened.</param>
/// <param name="BookedUsd">The part of it that the campaign had booked when the task was reopened.</param>
public sealed record AgentTask(
    Guid Id, Guid AgentId, Guid? CampaignId, TaskType Type, int Priority, JsonElement InputData, IReadOnlyList<Guid> Dependencies,
    IReadOnlyList<Guid> Dependents, int MaxRetries, int TimeoutSeconds, string TraceId, decimal ReservedUsd, bool DryRun,
    DateTimeOffset? ScheduledFor, DateTimeOffset CreatedAt, TaskStage Stage = TaskStage.Pending, int Attempt = 0, int RetryCount = 0,
    decimal CostUsd = 0, Guid? WorkerId = null, DateTimeOffset? StartedAt = null, DateTimeOffset? CompletedAt = null, Guid? ResultId = null,
    Guid? HitlId = null, TaskError? Error = null, decimal BookedUsd = 0, bool CommitStarted = false)
{
    public bool IsTerminal => Stage is TaskStage.Completed or TaskStage.Failed or TaskStage.Skipped or TaskStage.Cancelled;

    public PublicTaskStatus Status => Stage switch
    {
        TaskStage.Pending => PublicTaskStatus.Pending,
        TaskStage.InProgress or TaskStage.Approved or TaskStage.Committing => PublicTaskStatus.InProgress,
        TaskStage.Escalated => PublicTaskStatus.Escalated,
        TaskStage.Completed => PublicTaskStatus.Completed,
        _ => PublicTaskStatus.Failed
    };

    public static AgentTask? Evolve(AgentTask? task, TaskEvent @event) => @event switch
    {
        TaskPlanned e => new(e.TaskId, e.AgentId, e.CampaignId, e.Type, e.Priority, e.InputData, e.Dependencies, e.Dependents, e.MaxRetries,
            e.TimeoutSeconds, e.TraceId, e.ReservedUsd, e.DryRun, e.ScheduledFor, e.PlannedAt),
        TaskAwaited e => task! with { Dependents = [.. task.Dependents, e.DependentId] },
        TaskStarted e => task! with { Stage = TaskStage.InProgress, WorkerId = e.WorkerId, StartedAt = e.StartedAt, CommitStarted = false },
        TaskRetryScheduled e => task!.Anew(e.RetryCount, e.Error) with { CostUsd = task.CostUsd + e.CostUsd },
        TaskRevised e => task!.Anew(e.RetryCount, e.Error) with { InputData = e.InputData, CostUsd = task.CostUsd + e.CostUsd },
        TaskEscalated e => task! with { Stage = TaskStage.Escalated, ResultId = e.ResultId, HitlId = e.HitlId },
        TaskApproved e => task! with { Stage = TaskStage.Approved, ResultId = e.ResultId },
        TaskCommitStarted => task! with { Stage = TaskStage.Committing, CommitStarted = true },
        TaskCommitDeferred => task! with { Stage = TaskStage.Approved, CommitStarted = false },
        TaskRescheduled e => task! with { ScheduledFor = e.ScheduledFor },
        TaskCompleted e => task! with { Stage = TaskStage.Completed, ResultId = e.ResultId, CompletedAt = e.CompletedAt, Error = null, CostUsd = task.CostUsd + e.CostUsd },
        TaskFailed e => task! with { Stage = TaskStage.Failed, Error = e.Error, CompletedAt = e.FailedAt, CostUsd = task.CostUsd + e.CostUsd },
        TaskSkipped e => task! with { Stage = TaskStage.Skipped, Error = e.Error, CompletedAt = e.SkippedAt, CostUsd = task.CostUsd + e.CostUsd },
        TaskCancelled e => task! with { Stage = TaskStage.Cancelled, Error = new(ErrorTable.Cancelled, e.Reason), CompletedAt = e.CancelledAt },
        TaskReopened => task!.Anew(0, null) with { CompletedAt = null, BookedUsd = task.CostUsd },
        _ => task
    };

    private AgentTask Anew(int retryCount, TaskError? error) =>
        this with { Stage = TaskStage.Pending, Attempt = Attempt + 1, RetryCount = retryCount, Error = error, CommitStarted = false };
}
