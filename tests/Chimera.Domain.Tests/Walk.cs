using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;

namespace Chimera.Domain.Tests;

/// <summary>A command ready to be decided on whatever state a walk has reached.</summary>
public sealed record Move<TState, TEvent>(object Command, Func<TState, TEvent[]> Decide)
{
    public override string ToString() => Command.ToString()!;
}

/// <summary>Random walks over what the deciders accept.</summary>
public static class Walk
{
    private const int Walks = 400, LongestWalk = 40, MostRounds = 50;

    /// <summary>
    /// Every accepted command folds, and the same command at once again changes nothing: it yields no event, or breaks a rule.
    /// The walks together must have accepted every command that <paramref name="decider"/> takes.
    /// </summary>
    public static void RepeatsChangeNothing<TState, TEvent>(
        Type decider, Func<TState?, TEvent, TState?> evolve, TEvent[] past, Gen<Move<TState, TEvent>> moves) where TState : class
    {
        var accepted = new ConcurrentDictionary<Type, bool>();
        // a command behind several others is met sooner or later; how soon is chance, and not what is tested
        for (var round = 0; round == 0 || (round < MostRounds && CommandsOf(decider, typeof(TState)).Except(accepted.Keys).Any()); round++)
            Sample(accepted, evolve, past, moves);
        Assert.Empty(CommandsOf(decider, typeof(TState)).Except(accepted.Keys));
    }

    /// <summary>Null when a rule forbids the command.</summary>
    public static TEvent[]? Decided<TState, TEvent>(Move<TState, TEvent> move, TState state)
    {
        try
        {
            return move.Decide(state);
        }
        catch (RuleViolationException)
        {
            return null;
        }
    }

    private static void Sample<TState, TEvent>(
        ConcurrentDictionary<Type, bool> accepted, Func<TState?, TEvent, TState?> evolve, TEvent[] past, Gen<Move<TState, TEvent>> moves) where TState : class =>
        moves.Array[1, LongestWalk].Sample(walk =>
        {
            var state = past.Aggregate(default(TState), evolve)!;
            foreach (var move in walk)
            {
                if (Decided(move, state) is not { } events) continue;
                if (events.Length > 0) accepted[move.Command.GetType()] = true;
                state = events.Aggregate(state, evolve!)!;
                var again = (Decided(move, state) ?? []).Aggregate(state, evolve!)!;
                Assert.Equal(Stored(state), Stored(again));
            }
        }, iter: Walks);

    private static IEnumerable<Type> CommandsOf(Type decider, Type state) =>
        from method in decider.GetMethods()
        let parameters = method.GetParameters()
        where method.Name == "Decide" && parameters.Any(parameter => parameter.ParameterType == state)
        select parameters[0].ParameterType;

    private static string Stored<TState>(TState state) => JsonSerializer.Serialize(state, ChimeraJson.Stored);
}
