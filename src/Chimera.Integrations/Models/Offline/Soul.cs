using Chimera.Domain.Agents;

namespace Chimera.Integrations.Models.Offline;

/// <summary>A heading of a SOUL.md with the list items and the running text below it.</summary>
public sealed record SoulSection(string Title, IReadOnlyList<string> Items, IReadOnlyList<string> Sentences);

/// <summary>A SOUL.md as it was read: front matter and sections (docs/soul-md.md).</summary>
public sealed record Soul(SoulFrontMatter FrontMatter, IReadOnlyList<SoulSection> Sections)
{
    /// <exception cref="Domain.RuleViolationException">The front matter is malformed: <c>agent.soul-front-matter</c>.</exception>
    public static Soul Read(string soulMd)
    {
        var lines = soulMd.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0 || lines[first].TrimEnd() != "---") return new(new(), SoulMarkdown.Sections(lines));
        var last = Array.FindIndex(lines, first + 1, line => line.TrimEnd() is "---" or "...");
        if (last < 0) throw SoulFrontMatter.Malformed("The front matter begins with --- and has no closing ---.");
        return new(SoulFrontMatter.Read(string.Join('\n', lines[(first + 1)..last])), SoulMarkdown.Sections(lines[(last + 1)..]));
    }

    /// <summary>The persona that the file states, for fields that nobody gave otherwise.</summary>
    public Persona Complete(Persona given) => given with
    {
        VoiceTone = given.VoiceTone.Count > 0 ? given.VoiceTone : Tones,
        CoreValues = given.CoreValues.Count > 0 ? given.CoreValues : Values,
        Directives = given.Directives.Count > 0 ? given.Directives : Directives
    };

    internal IReadOnlyList<string> Tones => [.. FrontMatter.VoiceTone, .. Items("voice", "tone", "voice tone", "voice and tone")];
    internal IReadOnlyList<string> Values => [.. FrontMatter.CoreValues, .. Items("values", "core values")];
    internal IReadOnlyList<string> Directives => [.. FrontMatter.Directives, .. Items("directives", "rules")];
    internal IReadOnlyList<string> Openers => [.. FrontMatter.Openers, .. Items("openers")];
    internal IReadOnlyList<string> Closers => [.. FrontMatter.Closers, .. Items("closers")];
    internal IReadOnlyList<string> Vocabulary => [.. FrontMatter.Vocabulary, .. Items("vocabulary", "words")];
    internal IReadOnlyList<string> Avoid => [.. FrontMatter.Avoid, .. Items("avoid", "never says")];

    private static readonly HashSet<string> NotQuoted = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "about", "avoid", "background", "backstory", "bio", "biography", "boundaries", "closers", "core values", "directives", "guidelines", "instructions",
        "never says", "notes", "openers", "rules", "tone", "values", "vocabulary", "voice", "voice and tone", "voice tone", "words"
    };

    /// <summary>The sentences an agent may say as its own: first person or general, never about the agent.</summary>
    internal IEnumerable<string> Quotable(string agentName) =>
        from section in Sections
        where !NotQuoted.Contains(section.Title)
        from sentence in section.Sentences.Concat(section.Items)
        where sentence.Length is >= 12 and <= 160 && !IsAbout(sentence, agentName)
        select sentence;

    private static bool IsAbout(string sentence, string agentName) =>
        sentence.Contains(agentName.Split(' ')[0], StringComparison.OrdinalIgnoreCase) ||
        sentence.Split(' ')[0] is "You" or "Your" or "He" or "She" or "They" or "His" or "Her" or "Their" or "Never" or "Always";

    private IEnumerable<string> Items(params string[] titles) =>
        Sections.Where(section => titles.Contains(section.Title, StringComparer.OrdinalIgnoreCase)).SelectMany(section => section.Items);
}
