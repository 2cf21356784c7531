using System.Collections.Concurrent;
using System.Collections.Frozen;
using Chimera.Domain.Agents;

namespace Chimera.Integrations.Models.Offline;

/// <summary>How one agent speaks: its persona and its SOUL.md taken together. Writer and judge read the same voice.</summary>
internal sealed record Voice
{
    public required PhraseFamily Family { get; init; }
    public required Habits Habits { get; init; }
    public required SentenceLength Length { get; init; }
    public required FrozenSet<string> Interests { get; init; }
    public required bool ForbidsExclamations { get; init; }
    public bool LikesExclamations { get; init; }
    public IReadOnlyList<string> Tones { get; init; } = [];
    public IReadOnlyList<string> Values { get; init; } = [];
    public IReadOnlyList<string> Openers { get; init; } = [];
    public IReadOnlyList<string> Closers { get; init; } = [];
    public IReadOnlyList<string> Vocabulary { get; init; } = [];
    public IReadOnlyList<string> Avoid { get; init; } = [];
    public IReadOnlyList<string> Emoji { get; init; } = [];
    public IReadOnlyList<string> Hashtags { get; init; } = [];
    public IReadOnlyList<string> Palette { get; init; } = [];
    public IReadOnlyList<Saying> Sayings { get; init; } = [];

    public bool Knows(string text) => Folding.ContentStems(text).Any(Interests.Contains);

    public static Voice Of(Agent agent)
    {
        var soul = Soul.Read(agent.Soul.Text);
        var (front, persona) = (soul.FrontMatter, agent.Persona);
        var tones = Union(persona.VoiceTone, soul.Tones);
        var habits = Habits.Of(Union(persona.Directives, soul.Directives));
        var family = Phrasebook.Load().FamilyOf(tones) ?? Phrasebook.Load().Plain;
        return new()
        {
            Family = family, Habits = habits, Tones = tones, Values = Union(persona.CoreValues, soul.Values), Openers = soul.Openers,
            Closers = soul.Closers, Vocabulary = soul.Vocabulary, Avoid = soul.Avoid, Emoji = habits.NoEmoji ? [] : front.Emoji,
            Hashtags = front.Hashtags, Palette = front.Palette, Sayings = [.. soul.Quotable(agent.Name).Distinct().Select(Saying.Of)],
            Length = front.SentenceLength ?? SentenceLength.Medium,
            ForbidsExclamations = habits.NoExclamations || !(front.Exclamations ?? family.Name is not ("calm" or "technical")),
            LikesExclamations = front.Exclamations == true && !habits.NoExclamations,
            Interests = InterestsOf(agent, soul)
        };
    }

    private static FrozenSet<string> InterestsOf(Agent agent, Soul soul) =>
        Union([agent.Bio ?? "", .. agent.Persona.CoreValues, .. agent.Persona.Directives],
            [.. soul.Values, .. soul.Directives, .. soul.Vocabulary, .. soul.FrontMatter.Hashtags])
            .Concat(soul.Sections.SelectMany(section => section.Items.Concat(section.Sentences)))
            .SelectMany(Folding.ContentStems).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Union(IReadOnlyList<string> first, IReadOnlyList<string> then) =>
        [.. first.Concat(then).Where(text => !string.IsNullOrWhiteSpace(text)).Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>A sentence of SOUL.md that the agent may say, with what it is about.</summary>
internal sealed record Saying(string Text, FrozenSet<string> Stems)
{
    public static Saying Of(string sentence) => new(Sentences.Ended(sentence), Folding.ContentStems(sentence).ToFrozenSet(StringComparer.Ordinal));
}

/// <summary>The voices read so far; a changed persona or SOUL.md is another voice.</summary>
public sealed class Voices
{
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<string, Voice> _read = new(StringComparer.Ordinal);

    internal Voice Of(Agent agent)
    {
        var key = string.Join('\u001f',
            [agent.Name, agent.Bio ?? "", agent.Soul.Text, .. agent.Persona.VoiceTone, "\u001e", .. agent.Persona.CoreValues, "\u001e",
            .. agent.Persona.Directives]);
        if (_read.TryGetValue(key, out var voice)) return voice;
        if (_read.Count >= Most) _read.Clear();
        return _read[key] = Voice.Of(agent);
    }
}
