using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chimera.Api.Cli;

/// <summary>A reviewer's own words in the shape of the worker's output.</summary>
internal static class ModifiedOutput
{
    private static readonly string[] TextFields = ["text_content", "text"];

    /// <summary>The item's output with its text replaced; null when it has none.</summary>
    public static JsonObject? WithText(JsonElement item, string text)
    {
        if (Within(item, "context_data", "output_data") is not { ValueKind: JsonValueKind.Object } output) return null;
        if (Array.Find(TextFields, name => output.TryGetProperty(name, out _)) is not { } field) return null;
        var modified = JsonObject.Create(output)!;
        modified[field] = text;
        // The flags were found in the words that are gone.
        if (modified.ContainsKey("safety_check")) modified["safety_check"] = new JsonObject { ["passed"] = true, ["flags"] = new JsonArray() };
        return modified;
    }

    public static JsonElement? Within(JsonElement item, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out item)) return null;
        return item;
    }
}
