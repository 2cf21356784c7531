using Chimera.Domain;
using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Committing;

/// <summary>The second phase of an effect (ADR 0005): the request is stored before anything is sent, the outcome after.</summary>
public static class CommitEffectsHandler
{
    public static async Task<OutgoingMessages> Handle(
        CommitEffects chunk, IDocumentSession session, IDocumentStore store, StateCache cache, Committer committer, TimeProvider clock, CancellationToken cancellation)
    {
        var ids = chunk.Items.SelectMany(item => new[] { item.TaskId, item.ResultId, DerivedId.OfTransaction(item.ResultId) });
        var step = await session.Begin(clock.GetUtcNow(), ids, cancellation);
        var tasks = chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>();
        await cache.Load(session, step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);

        var due = CommittingStep.Request(step, chunk.Items);
        if (due.Count > 0) await store.Checkpoint(step, cancellation);
        var outcomes = await Concurrently.Ask(due, effect => committer.Commit(effect, cancellation), cancellation);
        step.Now = clock.GetUtcNow();
        foreach (var (effect, outcome) in due.Zip(outcomes)) CommittingStep.Record(step, effect, outcome);
        return session.Apply(step);
    }
}
