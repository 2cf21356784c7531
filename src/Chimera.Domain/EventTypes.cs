using System.Collections.Frozen;
using System.Text.Json;
using Chimera.Domain.Agents;

namespace Chimera.Domain;

/// <summary>The events of the domain by the names they are stored under; the one list that writers and readers share.</summary>
public static class EventTypes
{
    /// <summary>Every event of the domain: a sealed record whose base is an abstract <c>…Event</c>.</summary>
    public static readonly FrozenDictionary<string, Type> ByName = typeof(AgentEvent).Assembly.GetTypes()
        .Where(type => type.IsSealed && type.BaseType is { IsAbstract: true } family && family.Name.EndsWith("Event", StringComparison.Ordinal))
        .ToFrozenDictionary(NameOf);

    /// <summary>Reads an event's data, JSON as stored.</summary>
    /// <exception cref="JsonException">The data does not fit, or nobody knows the name.</exception>
    public static object Read(string name, ReadOnlySpan<byte> json) =>
        ByName.TryGetValue(name, out var type) ? JsonSerializer.Deserialize(json, type, ChimeraJson.Stored) ?? throw new JsonException("The event is null.")
            : throw new JsonException($"This version knows no event {name}.");

    /// <summary>The names of the events that a table with this base type folds; all of them for <see cref="object"/>.</summary>
    public static string[] NamesOf(Type family) => [.. ByName.Where(known => known.Value.IsAssignableTo(family)).Select(known => known.Key).Order()];

    /// <summary>The stored name of an event type: <c>TaskPlanned</c> is <c>task_planned</c>.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);
}
