using System.Text.RegularExpressions;

namespace Chimera.Integrations.Models.Offline;

/// <summary>The little of markdown that a SOUL.md needs: headings, list items and paragraphs, without their markup.</summary>
internal static partial class SoulMarkdown
{
    public static IReadOnlyList<SoulSection> Sections(IEnumerable<string> lines)
    {
        var sections = new List<SoulSection>();
        var (title, items, prose, inCode) = ("", new List<string>(), new List<string>(), false);
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inCode = !inCode;
            else if (inCode) continue;
            else if (Heading().Match(line) is { Success: true } heading)
            {
                sections.Add(Section(title, items, prose));
                // a document's own title is a name, not a section to quote
                (title, items, prose) = (line.StartsWith("# ", StringComparison.Ordinal) ? "" : Bare(heading.Groups[1].Value), [], []);
            }
            else if (Item().Match(line) is { Success: true } item) items.Add(Bare(item.Groups[1].Value));
            else prose.Add(Bare(line));
        }
        sections.Add(Section(title, items, prose));
        return [.. sections.Where(section => section.Items.Count + section.Sentences.Count > 0)];
    }

    private static SoulSection Section(string title, List<string> items, List<string> prose) =>
        new(title, items, [.. Paragraphs(prose).SelectMany(Sentences.Of)]);

    private static IEnumerable<string> Paragraphs(List<string> prose) =>
        string.Join('\n', prose).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => one.Replace('\n', ' '));

    private static string Bare(string markdown) =>
        Comment().Replace(Link().Replace(markdown, "$1"), "").Replace("**", "", StringComparison.Ordinal).Trim(' ', '*', '_', '`', '>');

    [GeneratedRegex(@"^#{1,6}\s+(.+?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:[-*+]|\d+[.)])\s+(.+)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("<!--.*?-->")]
    private static partial Regex Comment();
}
