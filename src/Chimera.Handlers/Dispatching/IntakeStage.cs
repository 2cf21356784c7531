using Chimera.Domain;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Pooling;

namespace Chimera.Handlers.Dispatching;

/// <summary>A result that was taken from a list.</summary>
/// <param name="Judged">It comes from a judge, not from a worker.</param>
public sealed record TakenResult(ResultEntry Entry, bool Judged)
{
    /// <summary>Why it is refused; null when it is not.</summary>
    public RuleViolationException? Refused { get; internal set; }

    internal ReviewItem? Review { get; set; }
}

/// <summary>A review, with the judgement of a foreign judge where there is one.</summary>
public sealed record Hearing(Review Review, JudgementEntry? Given);

/// <summary>Results from lists: recorded as if the platform's own worker had delivered them, and judged, by our judge or by the word of a foreign one.</summary>
public sealed class IntakeStage(JudgingStage judging, ReviewPolicy policy) : IStage<TakenResult, Hearing, Judgement>
{
    public Turn TurnOf(TakenResult item) => new(PlanTask.DefaultPriority, Guid.Empty);

    public async Task Load(Step step, IStreams streams, IReadOnlyCollection<TakenResult> items, CancellationToken cancellation)
    {
        await streams.Load(step, items.SelectMany(item => new[] { item.Entry.TaskId, item.Entry.ResultId }), cancellation);
        var tasks = items.Select(item => step.Find<AgentTask>(item.Entry.TaskId)).OfType<AgentTask>().ToArray();
        await streams.LoadCurrent(step, tasks, cancellation);
        await streams.Load(step, tasks.SelectMany(IntakeStep.EarlierResults), cancellation);
        await judging.Load(step, streams, [.. items.Select(item => new ReviewItem(item.Entry.TaskId, item.Entry.ResultId))], cancellation);
    }

    public Hearing? Open(Step step, TakenResult item)
    {
        try
        {
            item.Refused = null;
            item.Review = IntakeStep.Record(step, item);
            return item.Review is { } review && judging.Open(step, review) is { } open ? new(open, item.Entry.Judgement) : null;
        }
        catch (RuleViolationException broken)
        {
            item.Refused = broken;
            return null;
        }
        finally
        {
            step.Next.AwaitNoReview(); // this is it
        }
    }

    public Task<Judgement> Run(Hearing job, CancellationToken cancellation) =>
        job.Given is { } given ? new ForeignJudge(given, policy).ValidateResult(job.Review, cancellation) : judging.Run(job.Review, cancellation);

    public void Close(Step step, TakenResult item, Judgement done)
    {
        if (item.Review is { } review) judging.Close(step, review, done);
    }
}
