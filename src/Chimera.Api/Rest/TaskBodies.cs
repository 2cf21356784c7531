using System.ComponentModel;
using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Projections.Tables;

namespace Chimera.Api.Rest;

public sealed record NewTask(
    Guid AgentId, TaskType Type, [property: Description("By the type's own schema, specification 2.2.")] JsonElement InputData, Guid? TaskId = null,
    Guid? CampaignId = null, [property: Description("1 to 10, 10 is highest.")] int Priority = PlanTask.DefaultPriority,
    [property: Description("Tasks that must be completed first.")] IReadOnlyList<Guid>? Dependencies = null, int MaxRetries = PlanTask.DefaultMaxRetries,
    int TimeoutSeconds = PlanTask.DefaultTimeoutSeconds, [property: Description("Judged, but never carried out.")] bool DryRun = false);

public sealed record NewTime(DateTimeOffset ScheduledTime);

/// <summary>The Task Object of specification 2.1; the fields from <c>stage</c> on are ours, and only a single task shows them.</summary>
public sealed record TaskObject(
    Guid TaskId, Guid AgentId, Guid? CampaignId, TaskType Type, int Priority, PublicTaskStatus Status, JsonElement InputData, IReadOnlyList<Guid> Dependencies,
    Guid? AssignedWorkerId, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt, int RetryCount, int MaxRetries,
    int TimeoutSeconds, string TraceId, TaskError? ErrorDetails,
    [property: Description("Where it stands exactly; status is the published summary.")] TaskStage? Stage = null, bool? DryRun = null,
    DateTimeOffset? ScheduledTime = null, decimal? CostUsd = null, Guid? ResultId = null, Guid? HitlId = null)
{
    public static TaskObject Of(TaskRow row) => new(row.TaskId, row.AgentId, row.CampaignId, Words<TaskType>.Value(row.TaskType), row.Priority,
        Words<PublicTaskStatus>.Value(row.Status), JsonElement.Parse(row.InputData), row.Dependencies, row.AssignedWorkerId, row.CreatedAt, row.StartedAt,
        row.CompletedAt, row.RetryCount, row.MaxRetries, row.TimeoutSeconds, row.TraceId,
        row.ErrorDetails is { } error ? JsonSerializer.Deserialize<TaskError>(error, ChimeraJson.Stored) : null);

    internal static TaskObject Of(Folded<TaskRow> folded)
    {
        var task = (AgentTask)folded.State;
        return Of(folded.Row) with
        {
            Stage = task.Stage,
            DryRun = task.DryRun,
            ScheduledTime = task.ScheduledFor,
            CostUsd = task.CostUsd,
            ResultId = task.ResultId,
            HitlId = task.HitlId
        };
    }
}
