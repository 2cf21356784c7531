using System.Collections.Frozen;

namespace Chimera.Simulation;

/// <summary>What a schedule may decide otherwise than plainly: shapes of the work, deeds of people, lies of tools, faults of the machinery.</summary>
public enum Kind
{
    Campaign, Task, TaskType, Dependency, Scheduled, Priority, Retries, DryRun, TightBudget, EndDate, Draft, MaxParallel,
    Operator, Human, SecondHuman,
    PlanFails, RevisionFails, ToolFails, ToolSlow, ToolSilent, ToolLies, JudgeSlow, JudgeFails, PersonaLow, SafetyLow,
    PublishFails, PublishLost, PublishLies, LookUpFails,
    Duplicate, Delay, Lose, StoreRefuses, StoreSlow, StopBefore, StopAfter, ClockJump
}

/// <summary>One decision: of which kind, about what, and the how manieth about it. Independent of those before it: removing one leaves the others.</summary>
public readonly record struct ChoiceKey(Kind Kind, ulong About, int N);

/// <summary>Every choice of a schedule, drawn from its seed. Zero is always the plain way; the others are remembered, and can be forbidden.</summary>
/// <param name="allowed">The only choices that may differ from the plain way; null allows all.</param>
public sealed class Choices(long seed, IReadOnlySet<ChoiceKey>? allowed = null)
{
    private const int Whole = 1024;

    /// <summary>How often of 1,024 times, on average.</summary>
    private static readonly FrozenDictionary<Kind, int> Rates = new Dictionary<Kind, int>
    {
        [Kind.Campaign] = 400, [Kind.Task] = 500, [Kind.TaskType] = 700, [Kind.Dependency] = 350, [Kind.Scheduled] = 300, [Kind.Priority] = 200,
        [Kind.Retries] = 300, [Kind.DryRun] = 60, [Kind.TightBudget] = 200, [Kind.EndDate] = 100, [Kind.Draft] = 80, [Kind.MaxParallel] = 100,
        [Kind.Operator] = 300, [Kind.Human] = 500, [Kind.SecondHuman] = 100,
        [Kind.PlanFails] = 80, [Kind.RevisionFails] = 250, [Kind.ToolFails] = 100, [Kind.ToolSlow] = 120, [Kind.ToolSilent] = 15, [Kind.ToolLies] = 60,
        [Kind.JudgeSlow] = 60, [Kind.JudgeFails] = 6, [Kind.PersonaLow] = 60, [Kind.SafetyLow] = 80,
        [Kind.PublishFails] = 120, [Kind.PublishLost] = 150, [Kind.PublishLies] = 20, [Kind.LookUpFails] = 200,
        [Kind.Duplicate] = 60, [Kind.Delay] = 120, [Kind.Lose] = 30, [Kind.StoreRefuses] = 20, [Kind.StoreSlow] = 80, [Kind.StopBefore] = 10,
        [Kind.StopAfter] = 10, [Kind.ClockJump] = 150
    }.ToFrozenDictionary();

    private readonly int[] rates = [.. Enum.GetValues<Kind>().Select(kind => RateOf(seed, kind))];
    private readonly HashSet<ChoiceKey> made = [];
    private readonly List<ChoiceKey> inOrder = [];

    public long Seed => seed;

    /// <summary>The choices that were not the plain way, in the order in which they were met.</summary>
    public IReadOnlyList<ChoiceKey> Made => inOrder;

    /// <summary>0 for the plain way, or one of the other <paramref name="ways"/>, from 1.</summary>
    public int Of(Kind kind, ulong about, int n, int ways = 1)
    {
        var drawn = Hash.Mix((ulong)seed, (ulong)kind, about, (ulong)n);
        if ((int)(drawn % Whole) >= rates[(int)kind]) return 0;
        var key = new ChoiceKey(kind, about, n);
        if (allowed?.Contains(key) == false) return 0;
        if (made.Add(key)) inOrder.Add(key);
        return 1 + (int)(drawn / Whole % (ulong)ways);
    }

    public bool Is(Kind kind, ulong about, int n) => Of(kind, about, n) != 0;

    /// <summary>How much of it: 0 to 1, small more often than large.</summary>
    public double Amount(Kind kind, ulong about, int n)
    {
        var unit = (Hash.Mix((ulong)seed + 1, (ulong)kind, about, (ulong)n) >> 11) * (1.0 / (1UL << 53));
        return unit * unit;
    }

    /// <summary>Each seed has faults that it never, seldom or often meets: what often comes together with what seldom does is found so.</summary>
    private static int RateOf(long seed, Kind kind)
    {
        var rate = Rates[kind];
        if (kind < Kind.PlanFails) return rate;
        return (Hash.Mix((ulong)seed, 77, (ulong)kind, 0) % 4) switch { 0 => 0, 1 => rate / 2, 2 => rate, _ => Math.Min(rate * 3, Whole / 2) };
    }
}

/// <summary>Numbers from numbers (SplitMix64).</summary>
public static class Hash
{
    public static ulong Mix(ulong a, ulong b, ulong c, ulong d) => Mix(Mix(a, b), Mix(c, d));

    public static ulong Mix(ulong a, ulong b)
    {
        var mixed = (a ^ (b * 0x9E3779B97F4A7C15)) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    public static ulong Of(Guid id)
    {
        Span<ulong> halves = stackalloc ulong[2];
        System.Runtime.InteropServices.MemoryMarshal.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(halves), in id);
        return Mix(halves[0], halves[1]);
    }

    public static Guid ToId(ulong a, ulong b)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Mix(a, b));
        BitConverter.TryWriteBytes(bytes[8..], Mix(b + 1, a));
        return new Guid(bytes);
    }
}
