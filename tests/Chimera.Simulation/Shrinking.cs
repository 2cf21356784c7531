namespace Chimera.Simulation;

/// <summary>Makes a failing schedule as short as it gets: forbids one choice after the other, as long as the same rule is broken (delta debugging).</summary>
public static class Shrinking
{
    /// <returns>The shortest schedule found, with its trace.</returns>
    public static ScheduleOutcome Shrink(ScheduleOutcome failed, Action<Stages>? mutate = null)
    {
        var kept = failed.Choices;
        for (var size = Math.Max(1, kept.Count / 2); ; size = Math.Max(1, size / 2))
        {
            var before = kept.Count;
            kept = Without(failed, kept, size, mutate);
            if (size == 1 && kept.Count == before) break;
        }
        return Schedule.Run(failed.Seed, kept.ToHashSet(), mutate, traced: true);
    }

    private static IReadOnlyList<ChoiceKey> Without(ScheduleOutcome failed, IReadOnlyList<ChoiceKey> kept, int size, Action<Stages>? mutate)
    {
        for (var at = 0; at < kept.Count;)
        {
            var fewer = Schedule.Run(failed.Seed, kept.Take(at).Concat(kept.Skip(at + size)).ToHashSet(), mutate);
            if (fewer.Violation?.Rule == failed.Violation!.Rule) kept = fewer.Choices;
            else at += size;
        }
        return kept;
    }
}
