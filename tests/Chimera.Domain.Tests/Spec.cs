using System.Text.Json;

namespace Chimera.Domain.Tests;

/// <summary>Given past events, when a command is decided, then these events follow or that rule is broken.</summary>
public sealed class Spec<TState, TEvent>(Func<TState?, TEvent, TState?> evolve) where TState : class where TEvent : notnull
{
    private TState? state;
    private Func<TEvent[]> decide = () => [];

    /// <summary>The past as the store gives it back: every event has been written as JSON and read again.</summary>
    public Spec<TState, TEvent> Given(params TEvent[] history)
    {
        state = history.Select(Restored).Aggregate(state, evolve);
        return this;
    }

    public Spec<TState, TEvent> When(Func<TState, TEvent[]> command)
    {
        decide = () => command(state!);
        return this;
    }

    public Spec<TState, TEvent> When(Func<TEvent[]> command)
    {
        decide = command;
        return this;
    }

    public void Then(params TEvent[] expected)
    {
        var events = decide();
        Assert.Equal(expected.Select(Stored), events.Select(Stored));
        Assert.Equal(expected.Select(Stored), events.Select(Restored).Select(Stored));
        Assert.NotNull(events.Aggregate(state, evolve));
    }

    public void ThenNothing() => Assert.Empty(decide());

    /// <summary>Without a pointer the rule must name no field either.</summary>
    public void ThenBreaks(string rule, string? pointer = null) => Broken.By(() => decide(), rule, pointer);

    /// <summary>What the past adds up to.</summary>
    public void ThenState(Action<TState> assert) => assert(state!);

    // Records that hold JSON or lists are equal when they are stored alike.
    private static string Stored(TEvent @event) => @event.GetType().Name + " " + JsonSerializer.Serialize(@event, @event.GetType(), ChimeraJson.Stored);

    private static TEvent Restored(TEvent @event) =>
        (TEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(@event, @event.GetType(), ChimeraJson.Stored), @event.GetType(), ChimeraJson.Stored)!;
}

/// <summary>A broken rule, seen from outside: its code, its field and a sentence.</summary>
public static class Broken
{
    public static void By(Action action, string rule, string? pointer = null)
    {
        var broken = Assert.Throws<RuleViolationException>(action);
        Assert.Equal((rule, pointer), (broken.Code, broken.Pointer));
        Assert.False(string.IsNullOrWhiteSpace(broken.Message));
    }
}
