using System.Text.RegularExpressions;
using Chimera.McpServers.Calls;

namespace Chimera.McpServers.Ideogram;

/// <summary>What may be asked of those who draw and film.</summary>
internal static partial class Prompts
{
    private const int Longest = 2000, HeadlineWords = 6;

    public static void Require(string? prompt, string pointer) =>
        Domain.Rule.Require(prompt is { Length: <= Longest } && prompt.Any(char.IsLetterOrDigit), ToolErrors.InvalidPrompt,
            $"A prompt has 1 to {Longest} characters, and words in it.", pointer);

    /// <summary>The sandbox looks for plain words only; real makers look at the picture.</summary>
    public static void RequireDecent(string? prompt)
    {
        if (prompt is not null && Indecent().IsMatch(prompt)) throw new ToolErrorException(ToolErrors.NsfwDetected, "The prompt asks for what is not shown.");
    }

    /// <summary>The first words, up to where the sentence ends.</summary>
    public static string Headline(string prompt)
    {
        var words = string.Join(' ', prompt.Split([';', ',', '.', '\n'], 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(HeadlineWords));
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex(@"\b(nsfw|nude|nudity|naked|porn\w*|explicit sex|gore|beheading)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Indecent();
}
