using System.Text.Json;

namespace Chimera.Domain.Tasks;

/// <summary>A task as a planner or an operator asks for it.</summary>
/// <param name="Dependents">Tasks of the same plan that wait for this one.</param>
/// <param name="ReservedUsd">The most it is expected to cost, in US dollars, taken from the campaign's budget in advance.</param>
public sealed record PlanTask(
    Guid TaskId, Guid AgentId, Guid? CampaignId, TaskType Type, JsonElement InputData, int Priority = PlanTask.DefaultPriority,
    IReadOnlyList<Guid>? Dependencies = null, IReadOnlyList<Guid>? Dependents = null, int MaxRetries = PlanTask.DefaultMaxRetries,
    int TimeoutSeconds = PlanTask.DefaultTimeoutSeconds, string TraceId = "", decimal ReservedUsd = 0, bool DryRun = false)
{
    public const int DefaultPriority = 5, DefaultMaxRetries = 3, DefaultTimeoutSeconds = 300;
}

public sealed record AwaitTask(Guid TaskId, Guid DependentId);
public sealed record StartTask(Guid TaskId, Guid WorkerId, int Attempt);

/// <summary>An attempt went wrong; the error table says what follows.</summary>
/// <param name="CostUsd">What the attempt cost, in US dollars.</param>
public sealed record FailAttempt(Guid TaskId, TaskError Error, decimal CostUsd);

/// <summary>The planner's other approach after a rejection; null when it has none.</summary>
/// <param name="Attempt">The attempt that was rejected.</param>
public sealed record ReviseTask(Guid TaskId, int Attempt, JsonElement? InputData, TaskError Error, decimal CostUsd);
public sealed record EscalateTask(Guid TaskId, Guid ResultId, Guid HitlId, string Reason);
public sealed record ApproveTask(Guid TaskId, Guid ResultId);
/// <summary>The task's approved effect is about to act; from here on it cannot be cancelled.</summary>
public sealed record StartCommit(Guid TaskId, Guid ResultId);
/// <summary>The platform wants to be asked later, and has done nothing.</summary>
public sealed record DeferCommit(Guid TaskId);
public sealed record CompleteTask(Guid TaskId, Guid ResultId, decimal CostUsd);
public sealed record SkipTask(Guid TaskId, TaskError Error, decimal CostUsd = 0);

/// <summary>Nothing will be done about a task any more: what was to be done failed for good.</summary>
public sealed record AbandonTask(Guid TaskId, TaskError Error);
public sealed record CancelTask(Guid TaskId, string Reason);
public sealed record RescheduleTask(Guid TaskId, DateTimeOffset ScheduledFor);

/// <summary>An operator wants a failed task tried again.</summary>
public sealed record RetryTask(Guid TaskId);
