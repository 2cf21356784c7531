namespace Chimera.Integrations.Models;

/// <summary>A key that shows itself to nobody who only prints it.</summary>
public sealed class Secret(string value)
{
    public string Reveal() => value;

    /// <summary>The text without the key, should it be in it.</summary>
    public string Redact(string text) => text.Replace(value, ToString(), StringComparison.Ordinal);

    public override string ToString() => "(secret)";
}
