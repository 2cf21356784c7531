using System.Diagnostics;
using Chimera.Simulation.Running;

namespace Chimera.Simulation;

/// <summary><c>simulate [--seeds N] [--from FIRST] | --seed S</c>.</summary>
internal static class SimulateCommand
{
    public static int Run(string[] args)
    {
        var watch = Stopwatch.StartNew();
        var (seeds, from) = (Option(args, "--seeds") ?? 1000, Option(args, "--from") ?? 1);
        if (Option(args, "--seed") is { } one)
        {
            var outcome = Schedule.Run(one, traced: true);
            foreach (var line in outcome.Trace) Console.WriteLine(line);
            Console.WriteLine($"{outcome.Violation} {outcome.Handled} {outcome.PutAside} {outcome.Took} {outcome.Choices.Count}");
            return 0;
        }
        var rules = new Dictionary<string, (int, long)>();
        long handled = 0; var put = 0; var choices = 0;
        for (var seed = from; seed < from + seeds; seed++)
        {
            var outcome = Schedule.Run(seed);
            handled += outcome.Handled; put += outcome.PutAside; choices += outcome.Choices.Count;
            if (outcome.Violation is { } v0 && new Violation(v0.Rule == "put-aside" ? System.Text.RegularExpressions.Regex.Replace(v0.What, "#\\d+|copy \\d+|again, \\d+|round \\d+", "") : v0.Rule, v0.What) is { } v) rules[v.Rule] = (rules.GetValueOrDefault(v.Rule).Item1 + 1, rules.TryGetValue(v.Rule, out var r) ? r.Item2 : seed);
        }
        Console.WriteLine($"{seeds / watch.Elapsed.TotalSeconds:0}/s handled {handled / seeds} aside {put} choices {choices / seeds}");
        foreach (var (rule, n) in rules) Console.WriteLine($"{rule}: {n}");
        return 0;
    }

    private static long? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at ? long.Parse(args[at + 1], null) : null;
}
