namespace Chimera.Integrations.Models.Offline;

/// <summary>What directives in plain words forbid or ask for, as far as a program can honestly tell.</summary>
internal sealed record Habits(bool NoExclamations, bool NoEmoji, bool NoHashtags, bool EndsWithQuestion)
{
    public static Habits Of(IEnumerable<string> directives)
    {
        var rules = directives.Select(Folding.Plain).ToArray();
        return new(Forbids(rules, "exclamation"), Forbids(rules, "emoji"), Forbids(rules, "hashtag"), rules.Any(AsksForQuestion));
    }

    private static bool Forbids(string[] rules, string what) =>
        rules.Any(rule => rule.Contains(" " + what, StringComparison.Ordinal) && Contains(rule, "no", "never", "avoid", "without", "dont", "not", "skip"));

    private static bool AsksForQuestion(string rule) =>
        rule.Contains(" question", StringComparison.Ordinal) && Contains(rule, "end", "ask", "close", "finish") &&
        !Contains(rule, "no", "never", "avoid", "dont", "not");

    private static bool Contains(string rule, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (rule.Contains($" {word} ", StringComparison.Ordinal)) return true;
        return false;
    }
}
