using Chimera.Domain;
using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Committing;

/// <summary>The second phase of an effect (ADR 0005): the request is stored before anything is sent, the outcome after.</summary>
public static class CommitEffectsHandler
{
    public static async Task<OutgoingMessages> Handle(
        CommitEffects chunk, IDocumentSession session, StateCache cache, Committer committer, TimeProvider clock, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(cache), committer, clock, cancellation));

    public static async Task<Step> Run(CommitEffects chunk, IStreams streams, Committer committer, TimeProvider clock, CancellationToken cancellation)
    {
        var ids = chunk.Items.SelectMany(item => new[] { item.TaskId, item.ResultId, DerivedId.OfTransaction(item.ResultId) });
        var step = await streams.Begin(clock.GetUtcNow(), ids, cancellation);
        var tasks = chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>();
        await streams.LoadShared(step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);

        var due = CommittingStep.Request(step, chunk.Items);
        if (due.Count > 0) await streams.Checkpoint(step, cancellation);
        CommittingStep.PutOff(step, chunk.Items, due);
        var outcomes = await Concurrently.Ask(due, effect => committer.Commit(effect, cancellation), cancellation);
        step.Now = clock.GetUtcNow();
        foreach (var (effect, outcome) in due.Zip(outcomes)) CommittingStep.Record(step, effect, outcome);
        return step;
    }
}
