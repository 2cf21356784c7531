using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Work;

/// <summary>Plans what the scenario says; at times the plan is no plan, the other approach no input, or the model is down.</summary>
internal sealed class SimulatedPlanner(Machine machine) : IPlanner
{
    private static readonly JsonElement Nonsense = JsonElement.Parse("""{"nonsense":true}""");

    public string ModelUsed => "simulated";

    public Task<ProposedPlan> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation)
    {
        var (world, about) = (machine.World, Hash.Of(campaign.Id));
        var tasks = world.Scenario.Plan(campaign, now);
        IReadOnlyList<PlanTask> plan = world.Fault(Kind.PlanFails, about, world.Count(Kind.PlanFails, about), 5) switch
        {
            0 => tasks,
            1 => [.. tasks.Select(task => task with { Dependencies = [tasks[0].TaskId] })], // the first waits for itself
            2 => [.. tasks.Select(task => task with { ReservedUsd = 1_000_000 })],
            3 => [.. tasks.Select(task => task with { AgentId = campaign.Id })],
            4 => [],
            _ => throw new OutageException()
        };
        return Task.FromResult(new ProposedPlan(plan, 0.01m));
    }

    public Task<OtherInput> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation)
    {
        var (world, about) = (machine.World, Hash.Of(failed.Id));
        JsonElement? other = world.Fault(Kind.RevisionFails, about, world.Count(Kind.RevisionFails, about), 5) switch
        {
            1 or 2 => null,
            3 => Nonsense,
            4 => throw new OutageException(),
            _ => failed.InputData
        };
        return Task.FromResult(new OtherInput(other, 0.005m));
    }
}
