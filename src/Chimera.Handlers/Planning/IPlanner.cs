using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Planning;

/// <summary>Decomposes a campaign into tasks and finds other approaches for rejected ones (specification 4.2).</summary>
public interface IPlanner
{
    string ModelUsed { get; }

    /// <summary>The tasks that reach the campaign's goals within <paramref name="constraints"/>, as an acyclic graph.</summary>
    Task<IReadOnlyList<PlanTask>> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Another input for a task whose result was rejected for <paramref name="reason"/>; null when there is no other approach.</summary>
    Task<JsonElement?> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation);
}
