using System.Text.RegularExpressions;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Sentences as a writer handles them: split, ended, and cut only between words.</summary>
internal static partial class Sentences
{
    private const string Ends = ".!?…:,;—";

    public static IReadOnlyList<string> Of(string text) =>
        [.. Boundary().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    public static string Ended(string text, char with = '.')
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || Ends.Contains(trimmed[^1]) || !char.IsLetterOrDigit(trimmed[^1]) && trimmed[^1] is not ('"' or '”' or ')' or '%')
            ? trimmed : trimmed + with;
    }

    public static string Exclaimed(string text) => text.TrimEnd('.', '…', ' ', '!', ':', ',', ';') is var bare && bare.EndsWith('?') ? bare : bare + "!";

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Lower-cases the first letter, unless the word is an acronym, a name in camel case or "I".</summary>
    public static string Uncapitalised(string text) =>
        text.Length < 2 || !char.IsLower(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>Whole sentences while they fit, else whole words and an ellipsis.</summary>
    public static string Fit(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var kept = "";
        foreach (var sentence in Of(text))
        {
            if (kept.Length + sentence.Length + (kept.Length > 0 ? 1 : 0) > limit) break;
            kept += kept.Length > 0 ? " " + sentence : sentence;
        }
        return kept.Length > 0 ? kept : WholeWords(text, limit);
    }

    private static string WholeWords(string text, int limit)
    {
        if (limit < 1) return "";
        var cut = text.LastIndexOf(' ', limit - 1);
        // a single word longer than the whole limit has no boundary to cut at
        if (cut <= 0) cut = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        var words = text[..cut].TrimEnd(' ', ',', ';', ':', '—', '-');
        return words.Length < limit ? words + "…" : words;
    }

    [GeneratedRegex(@"(?<=[.!?…][""”)]?)\s+|\n+")]
    private static partial Regex Boundary();
}
