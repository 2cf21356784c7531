using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Pooling;
using static Chimera.Domain.Rule;

namespace Chimera.Handlers.Tasks;

/// <summary>Single tasks, outside a plan, on the word of an operator or a program: those that come together are stored together.</summary>
public sealed class AddingStage : IStage<PlanTask, PlanTask, PlanTask>
{
    public Turn TurnOf(PlanTask item) => new(PlanTask.DefaultPriority, item.AgentId);

    public async Task Load(Step step, IStreams streams, IReadOnlyCollection<PlanTask> items, CancellationToken cancellation)
    {
        await streams.LoadNew(step, items.Select(item => item.TaskId), cancellation);
        await streams.Load(step, items.SelectMany(item => item.Dependencies ?? []), cancellation);
        await streams.LoadShared(step, items.Select(item => item.AgentId), cancellation);
        await streams.Load(step, items.Select(item => item.CampaignId).OfType<Guid>(), cancellation);
    }

    public PlanTask? Open(Step step, PlanTask item) => item;

    public Task<PlanTask> Run(PlanTask job, CancellationToken cancellation) => Task.FromResult(job);

    public void Close(Step step, PlanTask item, PlanTask done)
    {
        if (step.Exists(item.TaskId)) throw new AlreadyExistsException("task", item.TaskId);
        Require(step.Find<Agent>(item.AgentId) is { Status: not AgentStatus.Archived }, "task.unknown-agent", $"There is no agent {item.AgentId}, or it is archived.", "/agent_id");
        Require(item.CampaignId is null || step.Find<Campaign>(item.CampaignId) is not null, "task.unknown-campaign", $"There is no campaign {item.CampaignId}.", "/campaign_id");
        PlanningStep.Add(step, item);
    }
}
