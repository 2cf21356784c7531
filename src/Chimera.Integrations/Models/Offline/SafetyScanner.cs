using System.Buffers;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Something in a text that needs a second look.</summary>
/// <param name="Phrase">The words it lies in, as the text or the lexicon spells them.</param>
/// <param name="Quoted">The phrase may be shown in a reason.</param>
public sealed record SafetyFinding(string Flag, string Phrase, double Weight, bool Quoted);

/// <summary>Looks for unsafe words and claims, also disguised ones. Writer and judge use the same scanner, so neither knows more than the other.</summary>
public sealed class SafetyScanner
{
    // shorter words meet others once spaces or double letters are gone
    private const int ShortestSpelled = 5, ShortestSqueezed = 8;

    private readonly (string Sought, string Compact, string Once, SafetyFinding Finding)[] _phrases;
    private readonly SearchValues<string> _any;

    public SafetyScanner()
    {
        _phrases = [.. Lexicon.Load().Categories.SelectMany(category => category.Phrases.Select(phrase => Entry(category, phrase)))];
        _any = SearchValues.Create([.. _phrases.Select(entry => entry.Sought)], StringComparison.Ordinal);
    }

    /// <summary>The findings, in the order of the lexicon, then of the patterns; the same words once.</summary>
    public IReadOnlyList<SafetyFinding> Scan(string text)
    {
        var views = TextViews.Words(text);
        var spelled = string.Concat(views.Select(TextViews.Spelled).Distinct());
        var suspicious = views.Where(view => view.AsSpan().ContainsAny(_any)).ToArray();
        var unstretched = TextViews.Unstretched(views).ToArray();
        var findings = suspicious.Length > 0 || unstretched.Length > 0 || spelled.Trim().Length > 0 ? Lookup(suspicious, spelled, unstretched) : [];
        return [.. findings.Concat(ClaimPatterns.Find(text)).DistinctBy(finding => (finding.Flag, finding.Phrase))];
    }

    /// <summary>The flags of findings, each once.</summary>
    public static IReadOnlyList<string> FlagsOf(IEnumerable<SafetyFinding> findings) => [.. findings.Select(finding => finding.Flag).Distinct()];

    public static double ScoreOf(IEnumerable<SafetyFinding> findings) =>
        Math.Round(Math.Max(0, 1 - findings.GroupBy(finding => finding.Flag).Sum(flag => flag.Max(finding => finding.Weight))), 2);

    public SafetyCheck Check(string text)
    {
        var flags = FlagsOf(Scan(text));
        return new(!flags.Any(IsHard), flags);
    }

    internal static bool IsHard(string flag) => !ReviewPolicy.Default.SoftFlags.Contains(flag);

    private IEnumerable<SafetyFinding> Lookup(string[] views, string spelled, string[] unstretched) =>
        from entry in _phrases
        where views.Any(view => view.Contains(entry.Sought, StringComparison.Ordinal)) ||
              (entry.Compact.Length >= ShortestSpelled && spelled.Contains(entry.Compact, StringComparison.Ordinal)) ||
              (entry.Once.Length >= ShortestSqueezed && unstretched.Any(view => view.Contains(entry.Once, StringComparison.Ordinal)))
        select entry.Finding;

    private static (string, string, string, SafetyFinding) Entry(LexiconCategory category, string phrase)
    {
        var plain = Folding.Plain(phrase);
        var sought = phrase.EndsWith('*') ? plain.TrimEnd() : plain;
        return (sought, plain.Replace(" ", "", StringComparison.Ordinal), TextViews.Once(sought),
            new(category.Flag, phrase.TrimEnd('*'), category.Weight, category.Quoted));
    }
}
