namespace Chimera.Domain;

/// <summary>A command asked for something the rules forbid. Shown to the caller; never retried.</summary>
/// <param name="code">The rule, <c>aggregate.rule</c>; part of the API.</param>
/// <param name="message">What is wrong, in a sentence for people.</param>
/// <param name="pointer">RFC 6901 JSON pointer to the offending field, where there is one.</param>
public sealed class RuleViolationException(string code, string message, string? pointer = null) : Exception(message)
{
    public string Code { get; } = code;
    public string? Pointer { get; } = pointer;
}
