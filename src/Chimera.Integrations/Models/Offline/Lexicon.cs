using System.Text.Json;
using Chimera.Domain;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Words that need a second look, by category (lexicon.json). A phrase ending in * is a stem.</summary>
internal sealed record Lexicon(IReadOnlyDictionary<string, string> Lookalikes, IReadOnlyList<LexiconCategory> Categories, IReadOnlyList<string> Hype)
{
    private static readonly Lazy<Lexicon> Embedded = new(() => Resource.Read<Lexicon>("lexicon.json"));

    public static Lexicon Load() => Embedded.Value;
}

/// <param name="Weight">How far a finding lowers the score, which begins at 1.</param>
/// <param name="Quoted">The phrase may be named in a reason: it is a claim, not an insult.</param>
internal sealed record LexiconCategory(string Flag, double Weight, IReadOnlyList<string> Phrases, bool Quoted = false);

internal static class Resource
{
    public static T Read<T>(string name)
    {
        using var json = typeof(Resource).Assembly.GetManifestResourceStream($"{typeof(Resource).Namespace}.{name}")!;
        return JsonSerializer.Deserialize<T>(json, ChimeraJson.Strict)!;
    }
}
