using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Reviewing;
using Chimera.Handlers.Working;

namespace Chimera.Simulation.Running;

/// <summary>Short names for ids, so that a schedule can be read.</summary>
public sealed class Names
{
    private readonly Dictionary<Guid, string> names = [];

    public void Give(Guid id, string name) => names[id] = name;

    public string Of(Guid id) => names.GetValueOrDefault(id) ?? id.ToString()[..8];

    public string Describe(object message) => message switch
    {
        ExecuteTasks m => List(m.Items.Select(item => $"{Of(item.TaskId)}/{item.Attempt}")),
        ValidateResults m => List(m.Items.Select(item => Of(item.ResultId))),
        CommitEffects m => List(m.Items.Select(item => Of(item.ResultId))),
        HandleWorkerFailures m => List(m.Items.Select(item => $"{Of(item.ResultId)} {item.ErrorType}")),
        PlanTasks m => List(m.Tasks.Select(task => Of(task.TaskId))),
        PlanTask m => List([Of(m.TaskId)]),
        ReleaseTasks m => List(m.TaskIds.Select(Of)),
        SkipTasks m => List(m.TaskIds.Select(Of)),
        CancelTasks m => List(m.TaskIds.Select(Of)),
        SettleTasks m => List(m.Outcomes.Select(outcome => $"{Of(outcome.TaskId)} {(outcome.Completed ? "completed" : "failed")} {outcome.CostUsd}")),
        ApplyHitlDecision m => List([Of(m.HitlId)]),
        CancelTask m => List([Of(m.TaskId)]),
        RetryTask m => List([Of(m.TaskId)]),
        RescheduleTask m => List([Of(m.TaskId)]),
        PlanCampaign m => List([Of(m.CampaignId)]),
        CancelCampaign m => List([Of(m.CampaignId)]),
        PauseCampaign m => List([Of(m.CampaignId)]),
        ResumeCampaign m => List([Of(m.CampaignId)]),
        PauseAgent m => List([Of(m.AgentId)]),
        ResumeAgent m => List([Of(m.AgentId)]),
        Domain.Hitl.DecideHitlItem m => List([$"{Of(m.HitlId)} {m.Decision}"]),
        _ => ""
    };

    private static string List(IEnumerable<string> names) => $" [{string.Join(", ", names)}]";
}
