using Chimera.Domain.Tasks;

namespace Chimera.Handlers;

/// <summary>The names of the durable queues between the stages.</summary>
public static class Queues
{
    public const string Plan = "plan", Review = "review", Commit = "commit", Campaigns = "campaigns";

    /// <summary>Work waits in a queue of its priority (ADR 0007).</summary>
    public static string Work(int priority) => $"work-{priority}";

    public static IEnumerable<int> Priorities => Enumerable.Range(TaskDecider.MinPriority, TaskDecider.MaxPriority);
}
