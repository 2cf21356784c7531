using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Work;

/// <summary>Operators who pause, cancel, retry and add at any time, and who in the end set right what only a person can.</summary>
public sealed class People(World world, Choices choices)
{
    private const int MostDeeds = 8, MostJumps = 3;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10), Patience = TimeSpan.FromMinutes(40);

    private int sent;

    private DateTimeOffset Now => Timeline.Start + world.Timeline.Now;

    public Reviewers Reviewers { get; } = new(world, choices);

    public void Begin()
    {
        for (var i = 0; i < MostDeeds; i++)
            if (choices.Of(Kind.Operator, (ulong)i, 0, 10) is > 0 and var deed) world.Timeline.In(TimeOf(Kind.Operator, i), DoLater(deed, i));
        for (var i = 0; i < MostJumps; i++)
            if (choices.Is(Kind.ClockJump, (ulong)i, 0)) world.Timeline.In(TimeOf(Kind.ClockJump, i), JumpLater(i));
        world.Timeline.In(World.Peace, SetRight);
    }

    public void Ask(object command) => world.Transport.Send(command, 4, ++sent, isCommand: true);

    private TimeSpan TimeOf(Kind kind, int i) => World.Trouble + (choices.Amount(kind, (ulong)i, 1) * (World.Peace - World.Trouble));

    private Action JumpLater(int i) => () =>
    {
        var machine = world.Machines[i % world.Machines.Count];
        machine.Skew += (choices.Amount(Kind.ClockJump, (ulong)i, 0) - 0.4) * TimeSpan.FromMinutes(2);
        world.Trace(() => $"! the clock of p{machine.Number} jumps; it is now {machine.Skew.TotalSeconds:0.0} s off");
    };

    private Action DoLater(int deed, int i) => () =>
    {
        var later = TimeSpan.FromSeconds(3 + (12 * choices.Amount(Kind.Operator, (ulong)i, 2)));
        switch (deed)
        {
            case 1:
                var campaign = Pick(world.Scenario.Campaigns, i);
                Ask(new PauseCampaign(campaign, "operator"));
                world.Timeline.In(later, () => Ask(new ResumeCampaign(campaign)));
                break;
            case 2:
                Ask(new CancelCampaign(Pick(world.Scenario.Campaigns, i), "operator"));
                break;
            case 3:
                var agent = Pick(world.Scenario.Agents, i);
                Ask(new PauseAgent(agent, "operator"));
                world.Timeline.In(later, () => Ask(new ResumeAgent(agent)));
                break;
            case 10:
                if (i < 2) Ask(new ArchiveAgent(world.Scenario.Agents[1]));
                break;
            default:
                DoWithTask(deed, i);
                break;
        }
    };

    private void DoWithTask(int deed, int i)
    {
        if (world.Scenario.Tasks.Count == 0) return;
        var task = Pick(world.Scenario.Tasks, i);
        if (deed == 4) Ask(new CancelTask(task, "operator"));
        else if (deed is 5 or 6) Ask(new RetryTask(Pick(Ended() is { Length: > 0 } ended ? ended : [task], i)));
        else if (deed == 7) Ask(new RescheduleTask(task, Now + (choices.Amount(Kind.Operator, (ulong)i, 3) * TimeSpan.FromSeconds(40))));
        else if (deed == 8) Add(i);
        else Ask(new ReviseCampaign(Pick(world.Scenario.Campaigns, i), BudgetUsd: 0.3m + (decimal)Math.Round(choices.Amount(Kind.Operator, (ulong)i, 4), 2)));
    }

    private Guid[] Ended() => [.. world.Scenario.Tasks.Where(id => world.Store.Find<AgentTask>(id) is { IsTerminal: true, Stage: not TaskStage.Completed })];

    private void Add(int i)
    {
        var campaign = world.Store.Find<Campaign>(Pick(world.Scenario.Campaigns, i));
        var before = world.Store.States.OfType<AgentTask>().Where(task => task.CampaignId == campaign?.Id).TakeLast(3)
            .Select(task => new PlanTask(task.Id, task.AgentId, task.CampaignId, task.Type, task.InputData)).ToArray();
        var task = world.Scenario.NewTask(5, Hash.Mix(5, (ulong)i), i, campaign, Now, before);
        Ask(task with { Dependents = [] });
    }

    private Guid Pick(IReadOnlyList<Guid> ids, int i) => ids[(int)(Hash.Mix(ids.Count == 0 ? 0 : (ulong)choices.Seed, (ulong)i) % (ulong)ids.Count)];

    /// <summary>In peace: what is paused goes on, what was put aside is replayed, until all is over.</summary>
    private void SetRight()
    {
        var isQuiet = world.Timeline.IsEmpty && world.Transport.IsEmpty; // if not, what was asked for long ago may still arrive
        world.Transport.Replay();
        foreach (var agent in world.Scenario.Agents)
            if (world.Store.Find<Agent>(agent)?.Status == AgentStatus.Paused) Ask(new ResumeAgent(agent));
        var open = world.Scenario.Campaigns.Select(id => world.Store.Find<Campaign>(id)).OfType<Campaign>().Where(campaign => !campaign.IsOver).ToArray();
        foreach (var campaign in open) SetRight(campaign);
        var isOver = open.Length == 0 && world.Store.States.OfType<AgentTask>().All(task => task.IsTerminal) && isQuiet;
        if (isOver) return;
        if (world.Timeline.Now < Patience) world.Timeline.In(Round, SetRight);
        else world.CheckEnd();
    }

    private void SetRight(Campaign campaign)
    {
        if (campaign.Status == CampaignStatus.Draft) Ask(new LaunchCampaign(campaign.Id));
        if (campaign.Status != CampaignStatus.Paused) return;
        if (campaign.PlanError is not null || campaign.SpentUsd > campaign.BudgetUsd)
            Ask(new ReviseCampaign(campaign.Id, BudgetUsd: decimal.Ceiling(campaign.SpentUsd + campaign.ReservedUsd + 50)));
        world.Timeline.In(TimeSpan.FromSeconds(1), () => Ask(new ResumeCampaign(campaign.Id)));
    }
}
