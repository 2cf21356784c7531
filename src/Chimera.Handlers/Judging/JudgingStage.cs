using Chimera.Domain;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Pooling;

namespace Chimera.Handlers.Judging;

/// <summary>How many results a judge process looks at at a time.</summary>
public sealed class JudgeOptions : PoolOptions
{
    public const string Section = "Judge";
}

/// <summary>The judge's life (S4.4): takes results, judges them side by side, and says what becomes of them.</summary>
public sealed class JudgingStage(Judge judge) : IStage<ReviewItem, Review, Judgement>
{
    public Turn TurnOf(ReviewItem item) => new(PlanTask.DefaultPriority, item.AgentId);

    public async Task Load(Step step, IStreams streams, IReadOnlyCollection<ReviewItem> items, CancellationToken cancellation)
    {
        await streams.Load(step, items.SelectMany(item => new[] { item.TaskId, item.ResultId }), cancellation);
        var tasks = items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>();
        await streams.LoadShared(step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
        var results = items.Select(item => step.Find<TaskResult>(item.ResultId)).OfType<TaskResult>().ToArray();
        var sources = results.Select(JudgingStep.SourceOf).OfType<Guid>();
        var transactions = results.Where(result => result.TaskType == TaskType.ExecuteTransaction).Select(result => DerivedId.OfTransaction(result.Id));
        await streams.LoadShared(step, sources, cancellation);
        await streams.Load(step, transactions, cancellation);
    }

    public Review? Open(Step step, ReviewItem item) => JudgingStep.Open(step, item);

    public Task<Judgement> Run(Review job, CancellationToken cancellation) => judge.ValidateResult(job, cancellation);

    public void Close(Step step, ReviewItem item, Judgement done) => JudgingStep.Record(step, item, done);
}
