using System.Text.Json;
using Chimera.Domain;

namespace Chimera.Integrations.Mcp;

/// <summary>The entries of a feed, each read by itself: one that is odd takes no other with it.</summary>
internal static class FeedEntries
{
    /// <summary>The list in <c>data_format</c>.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    public static IReadOnlyList<JsonElement> In(string payload, string list)
    {
        var root = JsonElement.Parse(payload);
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data_format", out var data) && data.ValueKind == JsonValueKind.Object &&
            data.TryGetProperty(list, out var entries) && entries.ValueKind == JsonValueKind.Array
            ? [.. entries.EnumerateArray()]
            : throw new JsonException($"{list} is missing.");
    }

    /// <summary>Null for an entry that is no such thing.</summary>
    public static T? Read<T>(JsonElement entry) where T : class
    {
        try
        {
            return entry.Deserialize<T>(ChimeraJson.Stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
