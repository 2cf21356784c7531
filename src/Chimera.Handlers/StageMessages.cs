using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Reaping;
using Chimera.Handlers.Reviewing;
using Chimera.Handlers.Trends;
using Chimera.Handlers.Working;

namespace Chimera.Handlers;

/// <summary>The messages between the stages: which queue carries each, the tasks each is about, and the single messages a chunk falls into.</summary>
public static class StageMessages
{
    public static readonly IReadOnlyDictionary<string, Type[]> ByQueue = new Dictionary<string, Type[]>
    {
        [Queues.Plan] =
        [
            typeof(PlanCampaign), typeof(PlanTasks), typeof(ReleaseTasks), typeof(SkipTasks), typeof(CancelTasks), typeof(HandleWorkerFailures), typeof(MonitorCampaign), typeof(ResumeTasks)
        ],
        [Queues.Work] = [typeof(ExecuteTasks)],
        [Queues.Review] = [typeof(ValidateResults)],
        [Queues.Decide] = [typeof(ApplyHitlDecision)],
        [Queues.Commit] = [typeof(CommitEffects)],
        [Queues.Campaigns] = [typeof(SettleTasks), typeof(FollowTrend), typeof(CancelCampaign), typeof(PauseAgent), typeof(AlertOperator)]
    };

    private static readonly Dictionary<string, Type> ByName = ByQueue.Values.SelectMany(types => types).ToDictionary(type => type.FullName!);

    /// <summary>Null for a message that no stage takes.</summary>
    public static Type? TypeOf(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The tasks that stand still while this message is not handled.</summary>
    public static IReadOnlyList<Guid> TasksOf(object message) => message switch
    {
        PlanTasks chunk => [.. chunk.Tasks.Select(task => task.TaskId)],
        ReleaseTasks chunk => chunk.TaskIds,
        SkipTasks chunk => chunk.TaskIds,
        CancelTasks chunk => chunk.TaskIds,
        HandleWorkerFailures chunk => [.. chunk.Items.Select(item => item.TaskId)],
        ExecuteTasks chunk => [.. chunk.Items.Select(item => item.TaskId)],
        ValidateResults chunk => [.. chunk.Items.Select(item => item.TaskId)],
        CommitEffects chunk => [.. chunk.Items.Select(item => item.TaskId)],
        FollowTrend follow => [follow.TaskId],
        _ => []
    };

    /// <summary>A chunk as messages of one item each; nothing for what is one already.</summary>
    public static IReadOnlyList<object> Split(object message) => message switch
    {
        PlanTasks { Tasks.Count: > 1 } chunk => [.. chunk.Tasks.Select(task => new PlanTasks([task]))],
        ReleaseTasks { TaskIds.Count: > 1 } chunk => [.. chunk.TaskIds.Select(id => new ReleaseTasks([id]))],
        SkipTasks { TaskIds.Count: > 1 } chunk => [.. chunk.TaskIds.Select(id => chunk with { TaskIds = [id] })],
        CancelTasks { TaskIds.Count: > 1 } chunk => [.. chunk.TaskIds.Select(id => chunk with { TaskIds = [id] })],
        HandleWorkerFailures { Items.Count: > 1 } chunk => [.. chunk.Items.Select(item => new HandleWorkerFailures([item]))],
        ExecuteTasks { Items.Count: > 1 } chunk => [.. chunk.Items.Select(item => chunk with { Items = [item] })],
        ValidateResults { Items.Count: > 1 } chunk => [.. chunk.Items.Select(item => new ValidateResults([item]))],
        CommitEffects { Items.Count: > 1 } chunk => [.. chunk.Items.Select(item => new CommitEffects([item]))],
        ResumeTasks { TaskIds.Count: > 1 } chunk => [.. chunk.TaskIds.Select(id => new ResumeTasks([id]))],
        SettleTasks { Outcomes.Count: > 1 } chunk => [.. chunk.Outcomes.Select(outcome => chunk with { Outcomes = [outcome] })],
        _ => []
    };
}
