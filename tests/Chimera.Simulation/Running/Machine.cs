using Chimera.Domain.Hitl;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Reviewing;
using Chimera.Handlers.Tasks;
using Chimera.Handlers.Working;
using Chimera.Simulation.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chimera.Simulation.Running;

/// <summary>One life of a process: its clock, its own worker, judge and committer, and the deliveries it has in hand. Stopped, it never goes on.</summary>
public sealed class Machine : TimeProvider
{
    public Machine(World world, int number, int life, TimeSpan skew)
    {
        (World, Number, Life, Skew) = (world, number, life, skew);
        Worker = new(Tools.Of(this), this, NullLogger<Worker>.Instance) { Id = Hash.ToId((ulong)number, (ulong)life) };
        var judges = new SimulatedJudges(this);
        Judge = new(judges, judges, ReviewPolicy.Default);
        Platform = new SimulatedPlatform(this);
        Committer = new([Platform], NullLogger<Committer>.Instance);
        Planner = new SimulatedPlanner(this);
        var units = new MemoryUnits(this);
        Working = new(world.Stages.Working(this), units, new(), this);
        Judging = new(world.Stages.Judging(this), units, new(), this);
        Reviewing = new(world.Stages.Reviewing, units, new(), this);
        Adding = new(new AddingStage(), units, new(), this);
    }

    public World World { get; }
    public int Number { get; }
    public int Life { get; }
    public bool Alive { get; private set; } = true;
    public TimeSpan Skew { get; set; }
    public Worker Worker { get; }
    public Judge Judge { get; }
    public ISocialPlatform Platform { get; }
    public Committer Committer { get; }
    public IPlanner Planner { get; }
    public StagePool<WorkItem, TaskOrder, Finished> Working { get; }
    public StagePool<ReviewItem, Review, Judgement> Judging { get; }
    public StagePool<ApplyHitlDecision, HitlItem, HitlItem> Reviewing { get; }
    public StagePool<PlanTask, PlanTask, PlanTask> Adding { get; }
    public List<Delivery> InHand { get; } = [];

    public DateTimeOffset Now => Timeline.Start + World.Timeline.Now + Skew;
    public override DateTimeOffset GetUtcNow() => Now;
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    public override long GetTimestamp() => World.Timeline.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new MachineTimer(this, callback, state, dueTime, period);

    /// <summary>Passes when that time is over, unless the process was stopped meanwhile.</summary>
    public Task Wait(TimeSpan time)
    {
        var passed = new TaskCompletionSource();
        World.Timeline.In(time, () =>
        {
            if (Alive) passed.SetResult();
        });
        return passed.Task;
    }

    public void Stop() => Alive = false;
}

/// <summary>A timer in simulated time.</summary>
internal sealed class MachineTimer : ITimer
{
    private readonly Machine machine;
    private readonly TimerCallback callback;
    private readonly object? state;
    private int setting;

    public MachineTimer(Machine machine, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (this.machine, this.callback, this.state) = (machine, callback, state);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var mine = ++setting;
        if (dueTime != Timeout.InfiniteTimeSpan) machine.World.Timeline.In(dueTime, () => Fire(mine, period));
        return true;
    }

    public void Dispose() => setting++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire(int mine, TimeSpan period)
    {
        if (mine != setting || !machine.Alive) return;
        if (period > TimeSpan.Zero) Change(period, period);
        callback(state);
    }
}
