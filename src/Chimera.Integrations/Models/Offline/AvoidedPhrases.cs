namespace Chimera.Integrations.Models.Offline;

/// <summary>What a text must do without: phrases of the persona and of earlier rejections.</summary>
internal sealed class AvoidedPhrases
{
    private readonly string[] _phrases;

    public AvoidedPhrases(IEnumerable<string> persona, IReadOnlyList<string>? rejected)
    {
        _phrases = [.. persona.Concat(rejected ?? []).Select(Folding.Plain).Where(phrase => phrase.Length > 2).Distinct()];
        Exclamations = _phrases.Any(phrase => phrase.Contains(" exclamation", StringComparison.Ordinal));
        Emoji = _phrases.Any(phrase => phrase.Contains(" emoji", StringComparison.Ordinal));
    }

    public bool Exclamations { get; }
    public bool Emoji { get; }

    public bool Permit(string text)
    {
        if (_phrases.Length == 0) return true;
        var plain = Folding.Plain(text);
        return !_phrases.Any(phrase => plain.Contains(phrase, StringComparison.Ordinal));
    }

    public IReadOnlyList<string> Permitted(IReadOnlyList<string> texts) => [.. texts.Where(Permit)];
}
