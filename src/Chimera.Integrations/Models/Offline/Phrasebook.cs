using System.Text.RegularExpressions;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Sentence frames by manner of speaking (phrasebook.json). They state nothing about the world: facts come from the brief.</summary>
internal sealed record Phrasebook(IReadOnlyList<PhraseFamily> Families, IReadOnlyList<string> Trend, HypePhrases Hype, ReplyPhrases Reply)
{
    private static readonly Lazy<Phrasebook> Embedded = new(() => Resource.Read<Phrasebook>("phrasebook.json"));

    public static Phrasebook Load() => Embedded.Value;

    public PhraseFamily Plain => Families[^1];

    /// <summary>The first family that one of the tones names, in the tones' order; null when none does.</summary>
    public PhraseFamily? FamilyOf(IEnumerable<string> tones) =>
        tones.SelectMany(tone => Folding.Plain(tone).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => Families.FirstOrDefault(family => family.Tones.Contains(word))).FirstOrDefault(family => family is not null);

    public bool IsHype(string? tone) => tone is not null && Folding.Plain(tone).Split(' ').Any(Hype.Tones.Contains);
}

internal sealed record PhraseFamily(
    string Name, IReadOnlyList<string> Tones, IReadOnlyList<string> Subject, IReadOnlyList<string> Word, IReadOnlyList<string> Value,
    IReadOnlyList<string> Question);

internal sealed record HypePhrases(
    IReadOnlyList<string> Tones, IReadOnlyList<string> Openers, IReadOnlyList<string> Subject, IReadOnlyList<string> Closers, IReadOnlyList<string> Emoji);

internal sealed record ReplyPhrases(
    IReadOnlyList<string> Question, IReadOnlyList<string> Answer, IReadOnlyList<string> Thanks, IReadOnlyList<string> Plain, IReadOnlyList<string> Unkind,
    IReadOnlyList<string> About);

/// <summary>A frame with its slots filled: <c>{topic}</c> inside a sentence, <c>{Topic}</c> at its start.</summary>
internal static partial class Frame
{
    public static string Fill(string frame, string slot, string value)
    {
        var bare = value.Trim().TrimEnd('.', '!', '?', ';', ',');
        return Slot().Replace(frame, match => match.Groups[1].Value switch
        {
            var name when name == slot => Sentences.Uncapitalised(bare),
            var name when string.Equals(name, slot, StringComparison.OrdinalIgnoreCase) => Sentences.Capitalised(bare),
            _ => match.Value
        });
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
