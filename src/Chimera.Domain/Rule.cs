using System.Diagnostics.CodeAnalysis;

namespace Chimera.Domain;

/// <summary>How deciders and schemas state a rule.</summary>
public static class Rule
{
    public static void Require([DoesNotReturnIf(false)] bool holds, string code, string message, string? pointer = null)
    {
        if (!holds) throw new RuleViolationException(code, message, pointer);
    }

    public static void RequireText([NotNull] string? text, int maxLength, string code, string pointer)
    {
        Require(!string.IsNullOrWhiteSpace(text), code, "A text is needed here.", pointer);
        Require(text.Length <= maxLength, code, $"The text has {text.Length} characters; at most {maxLength} are allowed.", pointer);
    }
}
