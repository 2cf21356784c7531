using Chimera.Domain;
using Chimera.Handlers;
using Chimera.Handlers.Pooling;
using JasperFx;

namespace Chimera.Simulation.Running;

/// <summary>
/// Delivers messages at least once, as the durable queues do: handled in the transaction of what it caused, taken over from a stopped process, tried again
/// by the policy of the host's Messaging, and then put aside for an operator.
/// </summary>
public sealed class Transport(World world)
{
    private static readonly TimeSpan Hop = TimeSpan.FromMilliseconds(1), TakenOver = TimeSpan.FromSeconds(2), Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan[] Pauses = [.. new[] { 20, 50, 100, 250, 500, 1000 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    private readonly List<Delivery> aside = [];
    private int sent;

    public int Handled { get; private set; }
    public int PutAside { get; private set; }
    public bool IsEmpty => aside.Count == 0;

    /// <param name="clock">Whose clock <paramref name="at"/> was read from; null for nobody's.</param>
    public void Send(object body, ulong cause, int place, DateTimeOffset? at = null, Machine? clock = null, bool isCommand = false)
    {
        var envelope = new Envelope(Hash.Mix(cause, (ulong)place), ++sent, body, isCommand);
        var wait = at is { } time ? time - (clock?.Now ?? Timeline.Start + world.Timeline.Now) + Poll : Hop;
        if (wait < Hop) wait = Hop;
        world.Trace(() => $"  sends {envelope}{world.Names.Describe(body)}{(at is null ? "" : $" for {(world.Timeline.Now + wait).TotalSeconds:0.000}")}");
        Deliver(new(envelope, 0), wait);
        if (!world.Fault(Kind.Duplicate, envelope.Id, 0)) return;
        Deliver(new(envelope, 1), wait + (world.Amount(Kind.Duplicate, envelope.Id, 0) * TimeSpan.FromSeconds(20)));
    }

    /// <summary>An operator replays what was put aside.</summary>
    public void Replay()
    {
        foreach (var delivery in aside) Deliver(delivery, Hop);
        aside.Clear();
    }

    /// <summary>The deliveries of a stopped process are found and taken over after a while.</summary>
    public void TakeOver(IEnumerable<Delivery> orphans)
    {
        foreach (var delivery in orphans)
        {
            delivery.Round++;
            delivery.Attempt = 0;
            Deliver(delivery, TakenOver);
        }
    }

    private void Deliver(Delivery delivery, TimeSpan wait)
    {
        var (id, place) = (delivery.Envelope.Id, delivery.Place(0));
        if (world.Fault(Kind.Delay, id, place)) wait += world.Amount(Kind.Delay, id, place) * TimeSpan.FromSeconds(10);
        if (world.Fault(Kind.Lose, id, place)) wait += TimeSpan.FromSeconds(5) + (world.Amount(Kind.Lose, id, place) * TimeSpan.FromSeconds(30));
        world.Timeline.In(wait, () => Take(delivery));
    }

    private void Take(Delivery delivery)
    {
        if (delivery.Round > 0 && delivery.Envelope.Handled) return; // its inbox says so
        var machine = world.MachineFor(delivery.Envelope.Id);
        machine.InHand.Add(delivery);
        _ = Handle(delivery, machine);
    }

    private async Task Handle(Delivery delivery, Machine machine)
    {
        try
        {
            world.Trace(() => $"p{machine.Number} {delivery}{world.Names.Describe(delivery.Envelope.Body)}");
            if (++Handled > World.MostHandled) world.Break("loop", $"{Handled} messages were handled, and there is no end");
            var step = await world.Stages.Run(delivery.Envelope.Body, new MemoryStreams(machine, delivery), machine);
            await world.Settle(step, delivery, machine);
            machine.InHand.Remove(delivery);
        }
        catch (Exception failure)
        {
            if (machine.Alive) Failed(delivery, machine, failure);
        }
    }

    private void Failed(Delivery delivery, Machine machine, Exception failure)
    {
        if (failure is ConcurrencyException or StreamMovedException or StoreUnavailableException && delivery.Attempt < Pauses.Length)
        {
            world.Trace(() => $"  {delivery} will be tried again: {failure.Message}");
            var pause = Pauses[delivery.Attempt++];
            world.Timeline.In(pause, () =>
            {
                if (machine.Alive) _ = Handle(delivery, machine);
            });
            return;
        }
        machine.InHand.Remove(delivery);
        world.Trace(() => $"  {delivery} is {(delivery.Envelope.IsCommand ? "refused" : "put aside")}: {failure.GetType().Name} {failure.Message}");
        if (delivery.Envelope.IsCommand && failure is RuleViolationException or UnknownIdException or AlreadyExistsException) return;
        if (failure is not (ConcurrencyException or StreamMovedException or StoreUnavailableException or OutageException))
            world.Break("put-aside", $"{delivery} failed for good: {failure.GetType().Name}: {failure.Message}");
        PutAside++;
        delivery.Round++;
        delivery.Attempt = 0;
        aside.Add(delivery);
    }
}

/// <summary>A model or tool is down.</summary>
public sealed class OutageException() : Exception("The model is down.");
