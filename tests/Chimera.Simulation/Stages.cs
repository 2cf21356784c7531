using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Agents;
using Chimera.Handlers.Alerts;
using Chimera.Handlers.Campaigns;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Reviewing;
using Chimera.Handlers.Tasks;
using Chimera.Handlers.Trends;
using Chimera.Handlers.Working;
using Chimera.Simulation.Running;

namespace Chimera.Simulation;

/// <summary>The product's own handlers by message, as Wolverine finds them; a mutation puts another in the place of one.</summary>
public sealed class Stages
{
    private readonly Dictionary<Type, Func<object, IStreams, Machine, Task<Step>>> runs = [];

    public Stages()
    {
        OfCampaigns();
        OfTasks();
        OfAgentsAndPeople();
    }

    /// <summary>A mutation of the transport: messages leave before what caused them is stored.</summary>
    public bool SendsBeforeStoring { get; set; }

    /// <summary>A mutation of the store: it does not look at the version that was read.</summary>
    public bool StoresOnAnyVersion { get; set; }

    public Func<Machine, IStage<WorkItem, TaskOrder, Finished>> Working { get; set; } = on => new WorkingStage(on.Worker);
    public Func<Machine, IStage<ReviewItem, Review, Judgement>> Judging { get; set; } = on => new JudgingStage(on.Judge);
    public IStage<ApplyHitlDecision, HitlItem, HitlItem> Reviewing { get; set; } = new ReviewingStage();

    public Task<Step> Run(object message, IStreams streams, Machine machine) => runs[message.GetType()](message, streams, machine);

    public void Put<T>(Func<T, IStreams, Machine, Task<Step>> run) => runs[typeof(T)] = (message, streams, machine) => run((T)message, streams, machine);

    /// <summary>What a pool does is stored by the pool; the message is done when it says so.</summary>
    private static async Task<Step> Pooled(Machine on, Task work)
    {
        await work;
        return new(on.Now);
    }

    private void OfCampaigns()
    {
        Put<CreateCampaign>((m, streams, on) => CreateCampaignHandler.Run(m, streams, on.Now, default));
        Put<LaunchCampaign>((m, streams, on) => LaunchCampaignHandler.Run(m, streams, on.Now, default));
        Put<ReviseCampaign>((m, streams, on) => ReviseCampaignHandler.Run(m, streams, on.Now, default));
        Put<PauseCampaign>((m, streams, on) => PauseCampaignHandler.Run(m, streams, on.Now, default));
        Put<ResumeCampaign>((m, streams, on) => ResumeCampaignHandler.Run(m, streams, on.Now, default));
        Put<CancelCampaign>((m, streams, on) => CancelCampaignHandler.Run(m, streams, on.Now, default));
        Put<SettleTasks>((m, streams, on) => SettleTasksHandler.Run(m, streams, on.Now, default));
        Put<TakeTrends>((m, streams, on) => TakeTrendsHandler.Run(m, streams, TrendPolicy.Default, on.Now, default));
        Put<FollowTrend>((m, streams, on) => FollowTrendHandler.Run(m, streams, TrendPolicy.Default, on.Now, default));
        Put<PlanCampaign>((m, streams, on) => PlanCampaignHandler.Run(m, streams, on.Planner, on.Now, default));
        Put<MonitorCampaign>((m, streams, on) => MonitorCampaignHandler.Run(m, streams, on.Now, default));
    }

    private void OfTasks()
    {
        Put<PlanTasks>((m, streams, on) => PlanTasksHandler.Run(m, streams, on.Now, default));
        Put<ReleaseTasks>((m, streams, on) => ReleaseTasksHandler.Run(m, streams, on.Now, default));
        Put<SkipTasks>((m, streams, on) => SkipTasksHandler.Run(m, streams, on.Now, default));
        Put<CancelTasks>((m, streams, on) => CancelTasksHandler.Run(m, streams, on.Now, default));
        Put<HandleWorkerFailures>((m, streams, on) => HandleWorkerFailuresHandler.Run(m, streams, on.Planner, on, default));
        Put<ExecuteTasks>((m, _, on) => Pooled(on, on.Working.Work([.. m.Items.Select(item => item with { Priority = m.Priority })], default, default)));
        Put<ValidateResults>((m, _, on) => Pooled(on, on.Judging.Work(m.Items, default, default)));
        Put<CommitEffects>((m, streams, on) => CommitEffectsHandler.Run(m, streams, on.Committer, on, default));
        Put<PlanTask>((m, _, on) => Pooled(on, on.Adding.Work([m], default, default)));
        Put<CancelTask>((m, streams, on) => CancelTaskHandler.Run(m, streams, on.Now, default));
        Put<RetryTask>((m, streams, on) => RetryTaskHandler.Run(m, streams, on.Now, default));
        Put<RescheduleTask>((m, streams, on) => RescheduleTaskHandler.Run(m, streams, on.Now, default));
    }

    private void OfAgentsAndPeople()
    {
        Put<CreateAgent>((m, streams, on) => CreateAgentHandler.Run(m, streams, on.Now, default));
        Put<PauseAgent>((m, streams, on) => PauseAgentHandler.Run(m, streams, on.Now, default));
        Put<AlertOperator>((m, streams, on) => AlertOperatorHandler.Run(m, streams, on.Now, default));
        Put<ResumeAgent>((m, streams, on) => ResumeAgentHandler.Run(m, streams, on.Now, default));
        Put<ArchiveAgent>((m, streams, on) => ArchiveAgentHandler.Run(m, streams, on.Now, default));
        Put<AssignHitlItem>((m, streams, on) => AssignHitlItemHandler.Run(m, streams, on.Now, default));
        Put<DecideHitlItem>((m, streams, on) => DecideHitlItemHandler.Run(m, streams, on.Now, default));
        Put<ApplyHitlDecision>((m, _, on) => Pooled(on, on.Reviewing.Work([m], default, default)));
    }
}
