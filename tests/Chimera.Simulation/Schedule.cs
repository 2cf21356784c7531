using Chimera.Simulation.Running;

namespace Chimera.Simulation;

/// <summary>How one schedule went.</summary>
/// <param name="Choices">What it did otherwise than plainly, in order.</param>
/// <param name="Trace">What happened, line by line, if that was asked for.</param>
/// <param name="Fingerprint">Follows from every event in its order and moment: two schedules with the same one went the same way.</param>
public sealed record ScheduleOutcome(
    long Seed, Violation? Violation, IReadOnlyList<ChoiceKey> Choices, int Handled, int PutAside, TimeSpan Took, IReadOnlyList<string> Trace, ulong Fingerprint);

/// <summary>Runs one schedule from beginning to rest: the same seed, choices and stages always go the same way.</summary>
public static class Schedule
{
    private const long MostTurns = 400_000;

    /// <param name="allowed">The only choices that may differ from the plain way; null allows all the seed draws.</param>
    /// <param name="mutate">Plants a bug.</param>
    public static ScheduleOutcome Run(long seed, IReadOnlySet<ChoiceKey>? allowed = null, Action<Stages>? mutate = null, bool traced = false)
    {
        var (choices, stages, trace) = (new Choices(seed, allowed), new Stages(), traced ? new List<string>() : null);
        mutate?.Invoke(stages);
        var world = new World(choices, stages, trace);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(world.Timeline);
        try
        {
            Live(world);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
        return new(seed, world.Violation, choices.Made, world.Transport.Handled, world.Transport.PutAside, world.Timeline.Now, trace ?? [], Fingerprint(world));
    }

    private static void Live(World world)
    {
        world.Scenario.Begin();
        world.People.Begin();
        while (!world.Timeline.IsEmpty && world.Violation is null)
        {
            world.Timeline.Next();
            if (world.Timeline.Turns > MostTurns) world.Break("loop", "there is no end to what happens");
        }
        if (world.Violation is null) world.CheckEnd();
    }

    private static ulong Fingerprint(World world)
    {
        var print = (ulong)world.Timeline.Now.Ticks;
        foreach (var (stream, version, data) in world.Store.Log) print = Hash.Mix(print, Hash.Of(stream), (ulong)version, (ulong)data.GetType().Name.Length);
        return print;
    }
}
