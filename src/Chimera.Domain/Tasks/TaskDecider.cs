using Chimera.Domain.Tasks.Schemas;
using static Chimera.Domain.Rule;
using static Chimera.Domain.Tasks.TaskStage;

namespace Chimera.Domain.Tasks;

/// <summary>The rules of a task's life. Pure: (command, state, now) in, events out.</summary>
public static class TaskDecider
{
    public const int MinPriority = 1, MaxPriority = 10, MaxDependencies = 100, LongestTimeoutSeconds = 86_400, MostRetries = 20;

    public static TaskEvent[] Decide(PlanTask command, DateTimeOffset now)
    {
        Require(command.Priority is >= MinPriority and <= MaxPriority, "task.priority", $"The priority is 1 to 10, not {command.Priority}.", "/priority");
        Require(command.MaxRetries is >= 0 and <= MostRetries, "task.max-retries", $"max_retries is 0 to {MostRetries}.", "/max_retries");
        Require(command.TimeoutSeconds is >= 1 and <= LongestTimeoutSeconds, "task.timeout", $"timeout_seconds is 1 to {LongestTimeoutSeconds}.", "/timeout_seconds");
        Require(command.ReservedUsd >= 0, "task.reserved", "A reservation is never negative.", "/reserved_usd");
        var dependencies = command.Dependencies ?? [];
        Require(dependencies.Count <= MaxDependencies, "task.dependencies", $"At most {MaxDependencies} dependencies are allowed.", "/dependencies");
        Require(!dependencies.Contains(command.TaskId), "task.cyclic-dependencies", "A task cannot wait for itself.", "/dependencies");
        var input = TaskSchemas.ReadInput(command.Type, command.InputData);
        return
        [
            new TaskPlanned(command.TaskId, command.AgentId, command.CampaignId, command.Type, command.Priority, command.InputData, dependencies,
                command.Dependents ?? [], command.MaxRetries, command.TimeoutSeconds, command.TraceId, command.ReservedUsd, command.DryRun,
                (input as PostContentInput)?.ScheduledTime(), now)
        ];
    }

    public static TaskEvent[] Decide(AwaitTask command, AgentTask task, DateTimeOffset now) =>
        task.Dependents.Contains(command.DependentId) ? [] : [new TaskAwaited(command.DependentId, now)];

    public static TaskEvent[] Decide(StartTask command, AgentTask task, DateTimeOffset now)
    {
        if (task.Stage == InProgress && task.Attempt == command.Attempt) return []; // the worker died; another carries on
        RequireStage(task, Pending, Escalated);
        Require(task.Attempt == command.Attempt, "task.attempt", $"Attempt {command.Attempt} is over; the task is at {task.Attempt}.");
        return [new TaskStarted(command.WorkerId, command.Attempt, now)];
    }

    public static TaskEvent[] Decide(FailAttempt command, AgentTask task, DateTimeOffset now)
    {
        RequireStage(task, InProgress, Committing);
        return ErrorTable.HandlingOf(command.Error.ErrorType) switch
        {
            ErrorHandling.Skip => [new TaskSkipped(command.Error, now, command.CostUsd)],
            ErrorHandling.Retry when task.RetryCount < task.MaxRetries => [ScheduleRetry(command, task, now)],
            _ => [new TaskFailed(command.Error, command.CostUsd, now)]
        };
    }

    public static TaskEvent[] Decide(ReviseTask command, AgentTask task, DateTimeOffset now)
    {
        if (task.IsTerminal || task.Stage == Pending || task.Attempt != command.Attempt) return []; // decided already
        if (command.InputData is not { } input || task.RetryCount >= task.MaxRetries) return [new TaskFailed(command.Error, command.CostUsd, now)];
        TaskSchemas.ReadInput(task.Type, input);
        return [new TaskRevised(task.RetryCount + 1, input, command.Error, command.CostUsd, now)];
    }

    public static TaskEvent[] Decide(EscalateTask command, AgentTask task, DateTimeOffset now)
    {
        if (task.Stage == Escalated && task.ResultId == command.ResultId) return [];
        RequireStage(task, InProgress, Committing);
        return [new TaskEscalated(command.ResultId, command.HitlId, command.Reason, now)];
    }

    public static TaskEvent[] Decide(ApproveTask command, AgentTask task, DateTimeOffset now)
    {
        if (task.Stage == Approved && task.ResultId == command.ResultId) return [];
        RequireStage(task, InProgress, Escalated);
        return [new TaskApproved(command.ResultId, now)];
    }

    public static TaskEvent[] Decide(StartCommit command, AgentTask task, DateTimeOffset now)
    {
        if (task.Stage == Committing && task.ResultId == command.ResultId) return [];
        RequireStage(task, Approved);
        Require(task.ResultId == command.ResultId, "task.result", "Another result was approved.");
        return [new TaskCommitStarted(command.ResultId, now)];
    }

    public static TaskEvent[] Decide(DeferCommit command, AgentTask task, DateTimeOffset now)
    {
        if (task.Stage == Approved) return [];
        RequireStage(task, Committing);
        return [new TaskCommitDeferred(now)];
    }

    public static TaskEvent[] Decide(CompleteTask command, AgentTask task, DateTimeOffset now)
    {
        if (task.Stage == Completed && task.ResultId == command.ResultId) return [];
        RequireStage(task, InProgress, Escalated, Committing);
        return [new TaskCompleted(command.ResultId, command.CostUsd, now)];
    }

    public static TaskEvent[] Decide(SkipTask command, AgentTask task, DateTimeOffset now) =>
        task.IsTerminal ? [] : [new TaskSkipped(command.Error, now, command.CostUsd)];

    public static TaskEvent[] Decide(AbandonTask command, AgentTask task, DateTimeOffset now) =>
        task.IsTerminal ? [] : [new TaskFailed(command.Error, 0, now)];

    public static TaskEvent[] Decide(CancelTask command, AgentTask task, DateTimeOffset now)
    {
        if (task.Stage == Cancelled) return [];
        Require(!task.IsTerminal, "task.finished", $"The task is {task.Stage}; a finished task cannot be cancelled.");
        Require(!task.CommitStarted, "task.committing", "The task's effect is being carried out, or nobody knows what came of it; it can no longer be cancelled.");
        return [new TaskCancelled(command.Reason, now)];
    }

    public static TaskEvent[] Decide(RescheduleTask command, AgentTask task, DateTimeOffset now)
    {
        if (task.ScheduledFor == command.ScheduledFor) return [];
        Require(!task.IsTerminal, "task.finished", $"The task is {task.Stage}; its time is past.");
        Require(task.ScheduledFor is not null, "task.not-scheduled", "Only a scheduled post can be rescheduled.", "/scheduled_time");
        Require(command.ScheduledFor > now, "task.scheduled-time", "The new time lies in the past.", "/scheduled_time");
        return [new TaskRescheduled(command.ScheduledFor, now)];
    }

    public static TaskEvent[] Decide(RetryTask command, AgentTask task, DateTimeOffset now)
    {
        if (task.Stage == Pending) return [];
        RequireStage(task, Failed, Skipped, Cancelled);
        return [new TaskReopened(now)];
    }

    private static TaskRetryScheduled ScheduleRetry(FailAttempt command, AgentTask task, DateTimeOffset now) =>
        new(task.RetryCount + 1, command.Error, command.CostUsd, now + Backoff.After(task.Id, task.RetryCount, command.Error), now);

    private static void RequireStage(AgentTask task, params ReadOnlySpan<TaskStage> stages) =>
        Require(stages.Contains(task.Stage), "task.stage", $"The task is {task.Stage}; it must be {string.Join(" or ", stages.ToArray())}.");
}
