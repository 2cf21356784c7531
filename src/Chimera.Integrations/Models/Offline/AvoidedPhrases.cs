namespace Chimera.Integrations.Models.Offline;

/// <summary>What a text must do without: phrases of the persona and of earlier rejections.</summary>
internal sealed class AvoidedPhrases
{
    private readonly string[] _phrases;

    public AvoidedPhrases(IEnumerable<string> persona, IReadOnlyList<string>? rejected)
    {
        _phrases = [.. persona.Concat(rejected ?? []).Select(Folding.Phrase).Where(phrase => phrase.Length > 2).Distinct()];
        Exclamations = _phrases.Any(phrase => phrase.Contains(" exclamation", StringComparison.Ordinal));
        Emoji = _phrases.Any(phrase => phrase.Contains(" emoji", StringComparison.Ordinal));
    }

    public bool Exclamations { get; }
    public bool Emoji { get; }

    public bool Permit(string text)
    {
        if (_phrases.Length == 0) return true;
        return IsFree(Folding.Plain(text));
    }

    private bool PermitsPhrase(string text) => IsFree(Folding.Phrase(text));

    private bool IsFree(string plain)
    {
        foreach (var phrase in _phrases)
            if (plain.Contains(phrase, StringComparison.Ordinal)) return false;
        return true;
    }

    public IReadOnlyList<string> Permitted(IReadOnlyList<string> texts) => _phrases.Length == 0 ? texts : [.. texts.Where(PermitsPhrase)];
}
