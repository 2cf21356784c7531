using Chimera.Domain.Policies;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Working;

namespace Chimera.Handlers.Dispatching;

/// <summary>Where due tasks are worked on and results judged: in this process, or by whoever takes them from the lists.</summary>
public interface IWorkplace
{
    /// <summary>Returns when it is done or in a list; what could not be handed over comes again as the returned message.</summary>
    Task<Outgoing?> Execute(ExecuteTasks chunk, Origin origin, CancellationToken cancellation);

    /// <summary>The same for results that wait for a judgement.</summary>
    Task<Outgoing?> Review(ValidateResults chunk, Origin origin, CancellationToken cancellation);
}

/// <summary>The pools of this process.</summary>
public sealed class OwnWorkplace(StagePool<WorkItem, TaskOrder, Finished> worker, StagePool<ReviewItem, Review, Judgement> judge) : IWorkplace
{
    public async Task<Outgoing?> Execute(ExecuteTasks chunk, Origin origin, CancellationToken cancellation)
    {
        await worker.Work([.. chunk.Items.Select(item => item with { Priority = chunk.Priority })], origin, cancellation);
        return null;
    }

    public async Task<Outgoing?> Review(ValidateResults chunk, Origin origin, CancellationToken cancellation)
    {
        await judge.Work(chunk.Items, origin, cancellation);
        return null;
    }
}
