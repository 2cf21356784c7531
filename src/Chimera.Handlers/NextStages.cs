using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Trends;
using Chimera.Handlers.Working;

namespace Chimera.Handlers;

/// <summary>A task and the result of it that the next stage looks at.</summary>
public sealed record ReviewItem(Guid TaskId, Guid ResultId, Guid AgentId = default);

/// <summary>A message for a later stage, and when it is due; no time means at once.</summary>
public sealed record Outgoing(object Message, DateTimeOffset? At = null);

/// <summary>What a step hands to the stages after it, gathered per stage and sent in chunks.</summary>
public sealed class NextStages
{
    /// <summary>One chunk is one message and one transaction (ADR 0003).</summary>
    public const int ChunkSize = 100;

    private readonly Dictionary<(int Priority, DateTimeOffset? At), List<WorkItem>> work = [];
    private readonly List<ReviewItem> reviews = [], commits = [];
    private readonly List<FailedItem> failures = [];
    private readonly List<Guid> releases = [];
    private readonly Dictionary<string, (TaskError Error, List<Guid> Ids)> skips = [];
    private readonly Dictionary<Guid, List<TaskOutcome>> outcomes = [];
    private readonly List<Outgoing> others = [];

    public void Execute(AgentTask task, DateTimeOffset? at = null)
    {
        if (!work.TryGetValue((task.Priority, at), out var items)) work[(task.Priority, at)] = items = [];
        items.Add(new(task.Id, task.Attempt, task.AgentId, task.Type));
    }

    public void Review(AgentTask task, Guid resultId) => reviews.Add(new(task.Id, resultId, task.AgentId));

    /// <summary>The results submitted so far are being judged already.</summary>
    public void AwaitNoReview() => reviews.Clear();

    public void Commit(Guid taskId, Guid resultId) => commits.Add(new(taskId, resultId));
    public void Replan(FailedItem item) => failures.Add(item);
    public void Release(IEnumerable<Guid> taskIds) => releases.AddRange(taskIds);
    public void Send(object message, DateTimeOffset? at = null) => others.Add(new(message, at));

    /// <summary>A task is over: its campaign books it, once what may follow from it is planned, and the tasks that waited for it go on or are skipped.</summary>
    public void Ended(AgentTask task)
    {
        var completed = task.Stage == TaskStage.Completed;
        if (completed && task is { Type: TaskType.AnalyzeTrend, CampaignId: { } campaign }) Send(new FollowTrend(campaign, task.Id));
        else Settle(task);
        if (completed) releases.AddRange(task.Dependents);
        else Skip(task.Dependents, new(ErrorTable.DependencyFailed, $"Task {task.Id} is {task.Stage}: {task.Error?.ErrorType}."));
    }

    /// <summary>Has its campaign book how the task ended.</summary>
    public void Settle(AgentTask task)
    {
        if (task.CampaignId is not { } campaign) return;
        if (!outcomes.TryGetValue(campaign, out var list)) outcomes[campaign] = list = [];
        list.Add(OutcomeOf(task));
    }

    /// <summary>How a task ended, for its campaign's books.</summary>
    public static TaskOutcome OutcomeOf(AgentTask task) =>
        new(task.Id, task.Stage == TaskStage.Completed, task.ReservedUsd, task.CostUsd - task.BookedUsd, task.Attempt);

    public IEnumerable<Outgoing> ToMessages() =>
    [
        .. work.OrderByDescending(queue => queue.Key.Priority)
            .SelectMany(queue => queue.Value.Chunk(ChunkSize).Select(items => new Outgoing(new ExecuteTasks(queue.Key.Priority, items), queue.Key.At))),
        .. reviews.Chunk(ChunkSize).Select(items => new Outgoing(new ValidateResults(items))),
        .. commits.Chunk(ChunkSize).Select(items => new Outgoing(new CommitEffects(items))),
        .. failures.Chunk(ChunkSize).Select(items => new Outgoing(new HandleWorkerFailures(items))),
        .. releases.Distinct().Chunk(ChunkSize).Select(ids => new Outgoing(new ReleaseTasks(ids))),
        .. skips.Values.SelectMany(skip => skip.Ids.Chunk(ChunkSize).Select(ids => new Outgoing(new SkipTasks(ids, skip.Error)))),
        .. outcomes.Select(campaign => new Outgoing(new SettleTasks(campaign.Key, campaign.Value))),
        .. others
    ];

    private void Skip(IReadOnlyList<Guid> ids, TaskError error)
    {
        if (ids.Count == 0) return;
        if (!skips.TryGetValue(error.ErrorMessage, out var skip)) skips[error.ErrorMessage] = skip = (error, []);
        skip.Ids.AddRange(ids);
    }
}
