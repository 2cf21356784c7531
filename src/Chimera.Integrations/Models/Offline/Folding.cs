using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Chimera.Domain;

namespace Chimera.Integrations.Models.Offline;

/// <summary>
/// Folds what looks alike into plain lower-case letters. A table of its own, because the host runs with invariant globalisation, which has no
/// compatibility normalisation to rely on.
/// </summary>
internal static class Folding
{
    private static readonly FrozenDictionary<Rune, char> Lookalikes = Lexicon.Load().Lookalikes
        .SelectMany(pair => pair.Value.EnumerateRunes().Select(rune => (rune, letter: pair.Key[0])))
        .ToFrozenDictionary(pair => pair.rune, pair => pair.letter);

    private const int MostPhrases = 20_000;

    private static readonly ConcurrentDictionary<string, string> Phrases = new(StringComparer.Ordinal);

    /// <summary>Letters folded and lower-cased; digits and punctuation stay; invisible characters and accents go.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) folded.Append(char.ToLowerInvariant((char)rune.Value));
            else if (Lookalikes.TryGetValue(rune, out var letter)) folded.Append(letter);
            else if (FromBlock(rune.Value) is { } plain) folded.Append(char.ToLowerInvariant(plain));
            else if (!IsInvisible(rune)) folded.Append(Rune.ToLowerInvariant(rune));
        }
        return folded.ToString();
    }

    /// <summary>The folded words between single spaces, with a space at either end, so that a phrase is found as whole words.</summary>
    public static string Plain(string text) => Spaced(Fold(text));

    public static IEnumerable<string> ContentStems(string text) => Words.ContentStems(Fold(text));

    /// <summary><see cref="Plain"/> for phrases that are asked for again and again, such as those of a persona.</summary>
    public static string Phrase(string text)
    {
        if (Phrases.TryGetValue(text, out var known)) return known;
        if (Phrases.Count >= MostPhrases) Phrases.Clear();
        return Phrases[text] = Plain(text);
    }

    public static string Spaced(string folded)
    {
        var words = new StringBuilder(" ", folded.Length + 2);
        foreach (var character in folded)
        {
            if (char.IsLetterOrDigit(character)) words.Append(character);
            else if (character is not ('\'' or '’') && words[^1] != ' ') words.Append(' ');
        }
        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }

    public static bool ContainsPhrase(string plain, string phrase) =>
        Phrase(phrase) is { Length: > 2 } sought && plain.Contains(sought, StringComparison.Ordinal);

    // full-width, circled and mathematical alphabets
    private static char? FromBlock(int code) => code switch
    {
        >= 0xFF01 and <= 0xFF5E => (char)(code - 0xFEE0),
        >= 0x24B6 and <= 0x24E9 => (char)('a' + (code - 0x24B6) % 26),
        >= 0x1D400 and <= 0x1D6A3 => (char)('a' + (code - 0x1D400) % 26),
        >= 0x1D7CE and <= 0x1D7FF => (char)('0' + (code - 0x1D7CE) % 10),
        >= 0x1F130 and <= 0x1F149 => (char)('a' + code - 0x1F130),
        _ => null
    };

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
