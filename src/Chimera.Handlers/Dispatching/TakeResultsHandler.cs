using Chimera.Domain;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Judging;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Dispatching;

/// <summary>Results that were taken from a list, with the judgements of foreign judges or for the platform's own.</summary>
/// <param name="Judged">They come from judges, not from workers.</param>
public sealed record TakeResults(IReadOnlyList<ResultEntry> Entries, bool Judged);

/// <summary>What became of them: those that were refused, and why. The others are recorded and judged.</summary>
public sealed record ResultsTaken(IReadOnlyList<Refusal> Refusals);

/// <summary>A result that was refused.</summary>
/// <param name="Index">Which of the entries.</param>
/// <param name="Code">The rule, as everywhere.</param>
public sealed record Refusal(int Index, string Code, string Message, string? Pointer);

/// <summary>Records what workers of other languages delivered and judges it, all in one transaction.</summary>
public static class TakeResultsHandler
{
    public static async Task<(ResultsTaken, OutgoingMessages)> Handle(
        TakeResults batch, IDocumentSession session, StateCache cache, Judge judge, ReviewPolicy policy, TimeProvider clock, CancellationToken cancellation)
    {
        var (step, taken) = await Run(batch, session.Streams(cache), judge, policy, clock, cancellation);
        return (taken, session.Apply(step));
    }

    public static async Task<(Step, ResultsTaken)> Run(
        TakeResults batch, IStreams streams, Judge judge, ReviewPolicy policy, TimeProvider clock, CancellationToken cancellation)
    {
        var step = await streams.Begin(clock.GetUtcNow(), batch.Entries.SelectMany(entry => new[] { entry.TaskId, entry.ResultId }), cancellation);
        await LoadSurroundings(batch, streams, step, cancellation);
        var intake = IntakeStep.Accept(step, batch);
        await ValidateResultsHandler.LoadSurroundings(new([.. intake.Reviews.Keys]), streams, step, cancellation);
        var reviews = JudgingStep.Open(step, [.. intake.Reviews.Keys]);
        var judgements = await Concurrently.Ask(reviews, Ask, cancellation);
        step.Now = clock.GetUtcNow();
        foreach (var (review, judgement) in reviews.Zip(judgements)) JudgingStep.Record(step, review, judgement);
        return (step, new(intake.Refusals));

        Task<Judgement> Ask(Review review) =>
            intake.Reviews[new(review.Task.Id, review.Result.Id)] is { } given ? new ForeignJudge(given, policy).ValidateResult(review, cancellation) : judge.ValidateResult(review, cancellation);
    }

    private static async Task LoadSurroundings(TakeResults batch, IStreams streams, Step step, CancellationToken cancellation)
    {
        var tasks = batch.Entries.Select(entry => step.Find<AgentTask>(entry.TaskId)).OfType<AgentTask>().ToArray();
        await streams.Load(step, tasks.Select(task => DerivedId.OfResult(task.Id, task.Attempt)), cancellation);
        await streams.LoadShared(step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
    }
}
