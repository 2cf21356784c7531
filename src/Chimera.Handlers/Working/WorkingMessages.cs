using System.Text.Json.Serialization;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Working;

/// <summary>One attempt at a task, and what its turn depends on.</summary>
public sealed record WorkItem(Guid TaskId, int Attempt, Guid AgentId = default, TaskType Type = default)
{
    /// <summary>The priority of its message.</summary>
    [JsonIgnore]
    public int Priority { get; init; }
}


public sealed record ExecuteTasks(int Priority, IReadOnlyList<WorkItem> Items);
