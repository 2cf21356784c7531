using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Judging;

public static class ValidateResultsHandler
{
    public static async Task<OutgoingMessages> Handle(
        ValidateResults chunk, IDocumentSession session, StateCache cache, Judge judge, TimeProvider clock, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(cache), judge, clock, cancellation));

    public static async Task<Step> Run(ValidateResults chunk, IStreams streams, Judge judge, TimeProvider clock, CancellationToken cancellation)
    {
        var step = await streams.Begin(clock.GetUtcNow(), chunk.Items.SelectMany(item => new[] { item.TaskId, item.ResultId }), cancellation);
        await LoadSurroundings(chunk, streams, step, cancellation);
        var reviews = JudgingStep.Open(step, chunk.Items);
        var judgements = await Concurrently.Ask(reviews, review => judge.ValidateResult(review, cancellation), cancellation);
        step.Now = clock.GetUtcNow();
        foreach (var (review, judgement) in reviews.Zip(judgements)) JudgingStep.Record(step, review, judgement);
        return step;
    }

    internal static async Task LoadSurroundings(ValidateResults chunk, IStreams streams, Step step, CancellationToken cancellation)
    {
        var tasks = chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>().ToArray();
        var parents = tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty);
        await streams.LoadShared(step, parents, cancellation);
        var sources = chunk.Items.Select(item => JudgingStep.SourceOf(step.Find<TaskResult>(item.ResultId))).OfType<Guid>();
        var transactions = chunk.Items.Where(item => step.Find<TaskResult>(item.ResultId)?.TaskType == TaskType.ExecuteTransaction);
        await streams.Load(step, [.. sources, .. transactions.Select(item => DerivedId.OfTransaction(item.ResultId))], cancellation);
    }
}
