using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;

namespace Chimera.Handlers.Planning;

/// <summary>A plan as a planner proposes it.</summary>
/// <param name="CostUsd">What the planning cost, in US dollars.</param>
public sealed record ProposedPlan(IReadOnlyList<PlanTask> Tasks, decimal CostUsd = 0);

/// <summary>Another input for a task; none when there is no other approach.</summary>
/// <param name="CostUsd">What the looking for it cost, in US dollars.</param>
public sealed record OtherInput(JsonElement? Input, decimal CostUsd = 0);

/// <summary>Decomposes a campaign into tasks and finds other approaches for rejected ones (specification 4.2).</summary>
public interface IPlanner
{
    string ModelUsed { get; }

    /// <summary>The tasks that reach the campaign's goals within <paramref name="constraints"/>, as an acyclic graph.</summary>
    /// <exception cref="ToolException">There is no plan; what was paid all the same is in it.</exception>
    Task<ProposedPlan> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Another input for a task whose result was rejected for <paramref name="reason"/>.</summary>
    Task<OtherInput> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation);
}
