using Chimera.Domain.Agents;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Planning;

/// <summary>handle_worker_failure (S4.2-6): an alternative for each rejected task, until its retries are used up .</summary>
public static class HandleWorkerFailuresHandler
{
    public static async Task<OutgoingMessages> Handle(
        HandleWorkerFailures chunk, IDocumentSession session, StateCache cache, IPlanner planner, TimeProvider clock, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(cache), planner, clock, cancellation));

    public static async Task<Step> Run(HandleWorkerFailures chunk, IStreams streams, IPlanner planner, TimeProvider clock, CancellationToken cancellation)
    {
        var step = await streams.Begin(clock.GetUtcNow(), chunk.Items.SelectMany(item => new[] { item.TaskId, item.ResultId }), cancellation);
        await streams.LoadShared(step, chunk.Items.Select(item => step.Get<AgentTask>(item.TaskId).AgentId), cancellation);
        foreach (var item in chunk.Items)
        {
            var (task, result) = (step.Get<AgentTask>(item.TaskId), step.Find<TaskResult>(item.ResultId));
            if (task.IsTerminal || task.Stage == TaskStage.Pending || result?.Attempt != task.Attempt) continue; // decided already
            var other = await planner.HandleWorkerFailure(task, step.Get<Agent>(task.AgentId), result, item.Reason, cancellation);
            PlanningStep.Revise(step, item, other.Input, result.CostUsd + other.CostUsd);
        }
        return step;
    }
}
