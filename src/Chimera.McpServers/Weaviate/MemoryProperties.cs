using System.Text.Json;

namespace Chimera.McpServers.Weaviate;

/// <summary>The properties of the two classes (specification 3.2), without those that a caller never sets: agent, content and time.</summary>
internal static class MemoryProperties
{
    private static readonly string[] MemoryTypes = ["episodic", "semantic", "learned"];

    private static readonly Dictionary<MemoryCollection, Dictionary<string, (string Wants, Func<JsonElement, bool> Fits)>> Known = new()
    {
        [MemoryCollection.Memories] = new()
        {
            ["memory_type"] = ("episodic, semantic or learned", value => IsText(value) && MemoryTypes.Contains(value.GetString())),
            ["context_tags"] = ("a list of texts", value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText)),
            ["relevance_score"] = ("a number from 0 to 1", value => value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and <= 1)
        },
        [MemoryCollection.WorldKnowledge] = new()
        {
            ["topic"] = ("a text", IsText),
            ["source_url"] = ("a text", IsText),
            ["verified"] = ("true or false", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        }
    };

    public static void Require(MemoryCollection collection, IReadOnlyDictionary<string, JsonElement>? properties, string code, string at)
    {
        foreach (var (name, value) in properties ?? new Dictionary<string, JsonElement>())
        {
            var pointer = $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            Domain.Rule.Require(Known[collection].TryGetValue(name, out var property), code, $"There are: {string.Join(", ", Known[collection].Keys)}.", pointer);
            Domain.Rule.Require(property.Fits(value), code, $"This is {property.Wants}.", pointer);
        }
    }

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
