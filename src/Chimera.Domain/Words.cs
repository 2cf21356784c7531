using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Chimera.Domain;

/// <summary>The content words of a text, stemmed just enough that "panels" meets "panel".</summary>
public static partial class Words
{
    private static readonly FrozenSet<string> Stop = (
        "a about after again all also am an and any are as at be because been before being but by can could did do does doing done down each " +
        "even every few for from get go had has have having he her here hers him his how i if in into is it its itself just like make me more " +
        "most much my myself never no nor not now of off on once one only or other our out over own she should so some such than that the their " +
        "them then there these they thing things this those through to too under until up us very was we were what when where which while who " +
        "why will with without would you your yours always new use using way").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> ContentStems(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(match => Apostrophe().Replace(match.Value, "")).Where(word => word.Length > 2 && !Stop.Contains(word)).Select(Stem);

    public static bool IsContent(string word) => word.Length > 3 && !Stop.Contains(word);

    public static string Stem(string word)
    {
        if (word.Length > 5 && word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        foreach (var ending in (ReadOnlySpan<string>)["ings", "ing", "ers", "ed", "er", "es", "s"])
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal))
                return Bare(word[..^ending.Length]);
        return Bare(word);
    }

    private static string Bare(string stem) => stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;

    [GeneratedRegex(@"[\p{L}\p{Nd}'’]+")]
    private static partial Regex Word();

    [GeneratedRegex("['’]")]
    private static partial Regex Apostrophe();
}
