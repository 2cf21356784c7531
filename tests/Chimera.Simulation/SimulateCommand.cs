using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Chimera.Domain;

namespace Chimera.Simulation;

/// <summary><c>simulate [--seeds N] [--from FIRST]</c> runs many schedules, <c>--seed S [--shrink]</c> shows one, <c>--mutation N</c> plants a bug.</summary>
internal static class SimulateCommand
{
    private const int MostShown = 3;

    public static int Run(string[] args)
    {
        var mutate = Option(args, "--mutation") is { } number ? Mutation.All[(int)number].Plant : null;
        return Option(args, "--seed") is { } seed
            ? ShowOne(seed, mutate, args.Contains("--shrink"))
            : RunMany(Option(args, "--from") ?? 1, Option(args, "--seeds") ?? 1000, mutate);
    }

    private static int ShowOne(long seed, Action<Stages>? mutate, bool shrink)
    {
        var outcome = Schedule.Run(seed, mutate: mutate, traced: true);
        if (shrink && outcome.Violation is not null) outcome = Shrinking.Shrink(outcome, mutate);
        Show(outcome);
        return outcome.Violation is null ? 0 : 1;
    }

    private static int RunMany(long from, long seeds, Action<Stages>? mutate)
    {
        var (watch, failed, messages, faults, done) = (Stopwatch.StartNew(), new ConcurrentBag<ScheduleOutcome>(), 0L, 0L, 0L);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        Parallel.For(from, from + seeds, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var outcome = Schedule.Run(seed, mutate: mutate);
            if (outcome.Violation is { } violation)
            {
                failed.Add(outcome);
                Console.Error.WriteLine($"seed {seed}: {violation.Rule} is broken: {violation.What}");
            }
            Interlocked.Add(ref messages, outcome.Handled);
            Interlocked.Add(ref faults, outcome.Choices.Count(choice => choice.Kind >= Kind.PlanFails));
            var sofar = Interlocked.Increment(ref done);
            if (sofar % 10_000 == 0) Console.Error.WriteLine($"{sofar} schedules, {sofar / watch.Elapsed.TotalSeconds:0}/s, {failed.Count} failed");
        });
        var broken = failed.OrderBy(outcome => outcome.Seed).ToArray();
        foreach (var outcome in broken.Take(MostShown)) Show(Shrinking.Shrink(outcome, mutate));
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var summary = new Summary(from, seeds, Math.Round(seeds / watch.Elapsed.TotalSeconds, 1), Math.Round(used.TotalMilliseconds / seeds, 2),
            messages, faults, broken.Length, broken.FirstOrDefault()?.Seed);
        Console.WriteLine(ChimeraJson.Write(summary).GetRawText());
        return broken.Length == 0 ? 0 : 1;
    }

    private static void Show(ScheduleOutcome outcome)
    {
        foreach (var line in outcome.Trace) Console.WriteLine(line);
        Console.WriteLine($"seed {outcome.Seed}: {(outcome.Violation is { } violation ? $"{violation.Rule} is broken: {violation.What}" : "all rules hold")}; " +
            $"{outcome.Handled} messages, {outcome.Took.TotalSeconds:0} s, {outcome.Choices.Count} choices:");
        Console.WriteLine("  " + string.Join(", ", outcome.Choices.Select(choice => choice.Kind)));
        if (outcome.Violation is not null) Console.WriteLine($"  again: make simulate SEED={outcome.Seed}");
    }

    private static long? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at ? long.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;

    private sealed record Summary(
        long First, long Seeds, double SchedulesPerS, double CpuMsPerSchedule, long Messages, long Faults, int Failed, long? FirstFailingSeed);
}
