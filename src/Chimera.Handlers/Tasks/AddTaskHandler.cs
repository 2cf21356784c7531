using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;
using Marten;
using Wolverine;
using static Chimera.Domain.Rule;

namespace Chimera.Handlers.Tasks;

public static class AddTaskHandler
{
    public static async Task<OutgoingMessages> Handle(
        AddTask command, IDocumentSession session, StateCache cache, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(cache), now, cancellation));

    public static async Task<Step> Run(AddTask command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var task = command.Task;
        var step = await streams.Begin(now, [task.TaskId, .. task.Dependencies ?? []], cancellation);
        if (step.Exists(task.TaskId)) throw new AlreadyExistsException("task", task.TaskId);
        await streams.LoadShared(step, [task.AgentId], cancellation);
        if (task.CampaignId is { } id) await streams.Load(step, [id], cancellation);
        Require(step.Find<Agent>(task.AgentId) is { Status: not AgentStatus.Archived }, "task.unknown-agent", $"There is no agent {task.AgentId}, or it is archived.", "/agent_id");
        Require(task.CampaignId is null || step.Find<Campaign>(task.CampaignId) is not null, "task.unknown-campaign", $"There is no campaign {task.CampaignId}.", "/campaign_id");
        PlanningStep.Add(step, task);
        return step;
    }
}
