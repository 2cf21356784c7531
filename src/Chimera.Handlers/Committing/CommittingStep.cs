using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Transactions;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;

namespace Chimera.Handlers.Committing;

/// <summary>An approved effect that is due.</summary>
/// <param name="Retried">It was requested before, and nobody knows yet what came of it.</param>
public sealed record DueEffect(TaskResult Result, AgentTask Task, Agent Agent, bool Retried);

/// <summary>What came of an effect: exactly one of the three is set.</summary>
public sealed record EffectOutcome(JsonElement? Output = null, bool Reconciled = false, TaskError? Refused = null, TaskError? Unknown = null);

/// <summary>The commit's steps: request what is due, record what came of it.</summary>
public static class CommittingStep
{
    /// <summary>
    /// How often an effect is asked for, while the platform only wants to be asked later, before a human is; with the pauses between, some four minutes. What
    /// was approved stays approved meanwhile: nothing is written or judged anew.
    /// </summary>
    private const int MostRequests = 9;

    /// <summary>Requests each approved effect that is due.</summary>
    public static IReadOnlyList<DueEffect> Request(Step step, IReadOnlyList<ReviewItem> items)
    {
        var due = new List<DueEffect>(items.Count);
        foreach (var item in items)
        {
            if (Open(step, item) is not { } task || IsGone(step, task) || WaitsUntil(step, task) is not null) continue;
            var result = step.Get<TaskResult>(item.ResultId);
            var retried = result.IdempotencyKey is not null;
            step.Append(result.Id, ResultDecider.Decide(new RequestEffect(result.Id), result, step.Now), new(task.AgentId, task.TraceId));
            step.Append(task.Id, TaskDecider.Decide(new StartCommit(task.Id, result.Id), task, step.Now));
            due.Add(new(step.Get<TaskResult>(result.Id), step.Get<AgentTask>(task.Id), step.Get<Agent>(task.AgentId), retried));
        }
        return due;
    }

    /// <summary>
    /// The other effects. One that is not yet due waits for its time, one of a paused agent or campaign is held, one whose campaign or agent is gone is
    /// cancelled, unless it was requested before: what became of it has to be found out. Not before the requests are stored: what is told of a cancelled task
    /// leaves with the last store, and a process that stops between them would have told it nobody.
    /// </summary>
    public static void PutOff(Step step, IReadOnlyList<ReviewItem> items, IReadOnlyList<DueEffect> due)
    {
        foreach (var item in items.Where(item => due.All(effect => effect.Task.Id != item.TaskId)))
        {
            if (Open(step, item) is not { } task) continue;
            if (IsGone(step, task)) PlanningStep.Cancel(step, [task.Id], WorkingStep.Over);
            else if (WaitsUntil(step, task) is { } later) Wait(step, item, later);
        }
    }

    /// <summary>The task whose result this is, as long as its effect has neither happened nor failed.</summary>
    private static AgentTask? Open(Step step, ReviewItem item) =>
        step.Find<AgentTask>(item.TaskId) is { Stage: TaskStage.Approved or TaskStage.Committing } task && task.ResultId == item.ResultId
        && step.Get<TaskResult>(item.ResultId) is { Stage: ResultStage.Approved or ResultStage.Committing } ? task : null;

    private static bool IsGone(Step step, AgentTask task) => !task.CommitStarted && WorkingStep.IsOver(step.Get<Agent>(task.AgentId), step.Find<Campaign>(task.CampaignId));

    private static DateTimeOffset? WaitsUntil(Step step, AgentTask task) =>
        WorkingStep.IsHeld(step.Get<Agent>(task.AgentId), step.Find<Campaign>(task.CampaignId)) ? step.Now + WorkingStep.HoldTime
        : task.ScheduledFor > step.Now ? task.ScheduledFor : null;

    public static void Record(Step step, DueEffect effect, EffectOutcome outcome)
    {
        var (task, id) = (effect.Task, effect.Result.Id);
        if (outcome.Output is { } output)
        {
            Append(step, task, ResultDecider.Decide(new RecordEffect(id, output, outcome.Reconciled), step.Get<TaskResult>(id), step.Now), id);
            step.Append(task.Id, TaskDecider.Decide(new CompleteTask(task.Id, id, effect.Result.CostUsd), task, step.Now));
            step.Next.Ended(step.Get<AgentTask>(task.Id));
        }
        else if (outcome.Refused is { } refused) Refuse(step, effect, refused);
        else Lose(step, effect, outcome.Unknown!);
    }

    private static void Refuse(Step step, DueEffect effect, TaskError refused)
    {
        var (task, result) = (effect.Task, step.Get<TaskResult>(effect.Result.Id));
        if (ErrorTable.HandlingOf(refused.ErrorType) == ErrorHandling.Retry)
        {
            AskLater(step, effect, result, refused);
            return;
        }
        Append(step, task, ResultDecider.Decide(new FailEffect(result.Id, refused), result, step.Now), result.Id);
        FailTransaction(step, result.Id, refused);
        WorkingStep.FailAttempt(step, task, refused, effect.Result.CostUsd);
    }

    /// <summary>A rate limit answered to the first request says that nothing has happened: the request is taken back, and what waits can still be cancelled.</summary>
    private static void AskLater(Step step, DueEffect effect, TaskResult result, TaskError refused)
    {
        var task = effect.Task;
        if (result.EffectRequests >= MostRequests)
        {
            Lose(step, effect, new(ErrorTable.OutcomeUnknown, $"Asked for {result.EffectRequests} times: {refused.ErrorType} {refused.ErrorMessage}"));
            return;
        }
        if (!effect.Retried && ErrorTable.IsRateLimit(refused.ErrorType))
        {
            Append(step, task, ResultDecider.Decide(new DeferEffect(result.Id, refused), result, step.Now), result.Id);
            step.Append(task.Id, TaskDecider.Decide(new DeferCommit(task.Id), task, step.Now));
        }
        Wait(step, new(task.Id, result.Id), step.Now + Backoff.After(task.Id, result.EffectRequests - 1, refused));
    }

    private static void Lose(Step step, DueEffect effect, TaskError unknown)
    {
        var id = effect.Result.Id;
        Append(step, effect.Task, ResultDecider.Decide(new LoseEffect(id, unknown), step.Get<TaskResult>(id), step.Now), id);
        Escalation.Open(step, effect.Task, id, ErrorTable.OutcomeUnknown, null);
    }

    private static void Append(Step step, AgentTask task, ResultEvent[] events, Guid id) => step.Append(id, events, new(task.AgentId, task.TraceId));

    private static void FailTransaction(Step step, Guid resultId, TaskError error)
    {
        var id = DerivedId.OfTransaction(resultId);
        if (step.Find<Transaction>(id) is { } transaction) step.Append(id, TransactionDecider.Decide(new FailTransaction(id, error), transaction, step.Now));
    }

    private static void Wait(Step step, ReviewItem item, DateTimeOffset until) => step.Next.Send(new CommitEffects([item]), until);
}
