using System.Collections.Frozen;
using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;

namespace Chimera.Projections.Events;

/// <summary>The events of the domain by the names they are stored under; the one list that writers and readers share.</summary>
public static class EventTypes
{
    /// <summary>Every event of the domain: a sealed record whose base is an abstract <c>…Event</c>.</summary>
    public static readonly FrozenDictionary<string, Type> ByName = typeof(AgentEvent).Assembly.GetTypes()
        .Where(type => type.IsSealed && type.BaseType is { IsAbstract: true } family && family.Name.EndsWith("Event", StringComparison.Ordinal))
        .ToFrozenDictionary(NameOf);

    /// <summary>The names of the events that a table with this base type folds; all of them for <see cref="object"/>.</summary>
    public static string[] NamesOf(Type family) => [.. ByName.Where(known => known.Value.IsAssignableTo(family)).Select(known => known.Key).Order()];

    /// <summary>The stored name of an event type: <c>TaskPlanned</c> is <c>task_planned</c>.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);

    /// <summary>Reads an event; what cannot be read is told, not thrown, so that one event stops nothing else.</summary>
    internal static object Read(string name, string json)
    {
        if (!ByName.TryGetValue(name, out var type)) return new UnreadableEvent("event.unknown-type", $"This version knows no event {name}.");
        try
        {
            return JsonSerializer.Deserialize(json, type, ChimeraJson.Stored) ?? new UnreadableEvent("event.misfit", "The event is null.");
        }
        catch (JsonException misfit)
        {
            return new UnreadableEvent("event.misfit", ChimeraJson.Sentence(misfit));
        }
    }
}
