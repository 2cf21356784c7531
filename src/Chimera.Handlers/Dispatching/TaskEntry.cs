using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Dispatching;

/// <summary>The Task object of specification 2.1 as it stands in <c>taskqueue:{agent_id}</c>; the last two fields are ours.</summary>
/// <param name="Attempt">Which try this is, from 0.</param>
/// <param name="ResultId">The id that the result of this attempt has.</param>
public sealed record TaskEntry(
    Guid TaskId, Guid AgentId, Guid? CampaignId, TaskType Type, int Priority, PublicTaskStatus Status, JsonElement InputData, IReadOnlyList<Guid> Dependencies,
    Guid? AssignedWorkerId, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt, int RetryCount, int MaxRetries,
    int TimeoutSeconds, string TraceId, int Attempt, Guid ResultId)
{
    public static TaskEntry Of(AgentTask task) => new(task.Id, task.AgentId, task.CampaignId, task.Type, task.Priority, task.Status, task.InputData, task.Dependencies,
        task.WorkerId, task.CreatedAt, task.StartedAt, task.CompletedAt, task.RetryCount, task.MaxRetries, task.TimeoutSeconds, task.TraceId, task.Attempt,
        DerivedId.OfResult(task.Id, task.Attempt));
}
