namespace Chimera.Integrations.Mcp;

/// <summary>What strangers write, taken as text.</summary>
internal static class OutsideText
{
    /// <summary>Without the character that PostgreSQL has no place for, cut to what a field holds, and never half of a surrogate pair.</summary>
    public static string Clean(string text, int longest)
    {
        text = text.Replace("\0", "", StringComparison.Ordinal);
        if (text.Length <= longest) return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
