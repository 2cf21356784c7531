using Chimera.Handlers;
using Chimera.Simulation.Rules;
using Chimera.Simulation.Work;

namespace Chimera.Simulation.Running;

/// <summary>Everything one schedule consists of: time, store, transport, processes, the outside, the people, and the rules that must hold.</summary>
public sealed class World
{
    public const int MostHandled = 5_000;

    /// <summary>Faults begin after the first and end at the second; then everything must come to rest by itself.</summary>
    public static readonly TimeSpan Trouble = TimeSpan.FromSeconds(2), Peace = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly Choices choices;
    private readonly List<string>? trace;
    private readonly Machine[] machines;
    private readonly Dictionary<(ulong, Kind), int> counts = [];
    private readonly AllRules rules;

    public World(Choices choices, Stages stages, List<string>? trace)
    {
        (this.choices, this.trace, Stages) = (choices, trace, stages);
        Transport = new(this);
        Network = new(this);
        rules = new(this);
        machines = [new(this, 0, 0, TimeSpan.Zero), new(this, 1, 0, TimeSpan.Zero)];
        Scenario = new(this, choices);
        People = new(this, choices);
    }

    public long Seed => choices.Seed;
    public Timeline Timeline { get; } = new();
    public MemoryStore Store { get; } = new();
    public Transport Transport { get; }
    public Network Network { get; }
    public Stages Stages { get; }
    public Scenario Scenario { get; }
    public People People { get; }
    public Names Names { get; } = new();
    public Violation? Violation { get; private set; }
    public IReadOnlyList<Machine> Machines => machines;
    public bool IsTroubled => Timeline.Now >= Trouble && Timeline.Now < Peace;

    public Machine MachineFor(ulong message) => machines[(int)(message % (ulong)machines.Length)];

    /// <summary>A choice that is a fault: none in peace.</summary>
    public int Fault(Kind kind, ulong about, int n, int ways)
    {
        if (!IsTroubled) return 0;
        var chosen = choices.Of(kind, about, n, ways);
        if (chosen != 0) Trace(() => $"  ! {kind}{(ways > 1 ? $" {chosen}" : "")}");
        return chosen;
    }

    /// <summary>What a judge finds, in peace as in trouble: it finds the same when it is asked again.</summary>
    public int Finding(Kind kind, ulong about, int ways)
    {
        var chosen = choices.Of(kind, about, 0, ways);
        if (chosen != 0) Trace(() => $"  ! {kind}{(ways > 1 ? $" {chosen}" : "")}");
        return chosen;
    }

    public bool Fault(Kind kind, ulong about, int n) => Fault(kind, about, n, 1) != 0;

    public double Amount(Kind kind, ulong about, int n) => choices.Amount(kind, about, n);

    /// <summary>How many times this was asked before about the same.</summary>
    public int Count(Kind kind, ulong about) => counts[(about, kind)] = counts.GetValueOrDefault((about, kind), -1) + 1;

    /// <summary>How long the store takes for one look.</summary>
    public TimeSpan Pace(ulong about, int n) =>
        Fault(Kind.StoreSlow, about, n) ? Pause + (Amount(Kind.StoreSlow, about, n) * TimeSpan.FromSeconds(4)) : Pause;

    /// <summary>The handler's transaction: events, the messages they cause, and that the message is handled; stops before and after it.</summary>
    public async Task Settle(Step step, Delivery delivery, Machine machine)
    {
        var (id, place) = (delivery.Envelope.Id, delivery.Place(0));
        Outgoing[] messages = [.. step.Next.ToMessages()];
        if (Stages.SendsBeforeStoring) Send(messages, id, machine);
        await machine.Wait(Pace(id, place));
        if (Fault(Kind.StopBefore, id, place)) await Stop(machine);
        if (Fault(Kind.StoreRefuses, id, place)) throw new StoreUnavailableException();
        Commit(step.TakeChanges(), delivery.ToString());
        delivery.Envelope.Handled = true;
        if (!Stages.SendsBeforeStoring) Send(messages, id, machine);
        if (Fault(Kind.StopAfter, id, place)) await Stop(machine);
    }

    public void Commit(IReadOnlyCollection<Change> changes, string by)
    {
        if (changes.Count == 0) return;
        Store.Commit(changes, rules.Folded, Stages.StoresOnAnyVersion);
        Trace(() => $"  {by} stored {string.Join(", ", changes.Select(Told))}");
        rules.Committed(changes);
    }

    /// <summary>Ends this life of a process and begins the next; whoever awaits this is never called again.</summary>
    public Task Stop(Machine machine)
    {
        machine.Stop();
        machines[machine.Number] = new(this, machine.Number, machine.Life + 1, machine.Skew);
        Transport.TakeOver(machine.InHand);
        return new TaskCompletionSource().Task;
    }

    public void Break(string rule, string what)
    {
        Trace(() => $"  BROKEN {rule}: {what}");
        Violation ??= new(rule, what);
    }

    public void Trace(Func<string> line) => trace?.Add($"{Timeline.Now.TotalSeconds,8:0.000} {line()}");

    public void CheckEnd() => rules.CheckEnd();

    private string Told(Change change) => $"{Names.Of(change.StreamId)}: {string.Join(" ", change.Events.Select(e => e.GetType().Name))}";

    public void Send(IReadOnlyList<Outgoing> messages, ulong cause, Machine machine)
    {
        for (var i = 0; i < messages.Count; i++) Transport.Send(messages[i].Message, cause, i + 1, messages[i].At, machine);
    }
}

/// <summary>A rule that did not hold.</summary>
public sealed record Violation(string Rule, string What);
