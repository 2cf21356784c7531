using System.Text.Json;
using Chimera.Domain;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>Reads the text of an answer as the JSON object that it should be.</summary>
internal static class ModelReply
{
    private const string Code = "model.answer", Fence = "```";

    /// <summary>The value, or what is wrong, in words that the model can act on.</summary>
    public static (T? Value, string? Misfit) Read<T>(string text, Func<JsonElement, T> read) where T : class
    {
        try
        {
            return (read(JsonElement.Parse(Unfenced(text))), null);
        }
        catch (JsonException misfit)
        {
            return (null, $"{Code}: The answer is not one JSON object. {misfit.Message}");
        }
        catch (RuleViolationException broken)
        {
            return (null, $"{broken.Code}{(broken.Pointer is { Length: > 0 } at ? $" at {at}" : "")}: {broken.Message}");
        }
    }

    /// <summary>The answer's shape, strictly.</summary>
    public static T Shape<T>(JsonElement json) => ChimeraJson.Read<T>(json, Code);

    public static void RequireConfidence(double confidence) =>
        Require(confidence is >= 0 and <= 1, "result.confidence", "The confidence is between 0 and 1.", "/confidence");

    /// <summary>Some models put their JSON in a block of code, though they were told not to.</summary>
    private static string Unfenced(string text)
    {
        var bare = text.Trim();
        if (!bare.StartsWith(Fence, StringComparison.Ordinal) || !bare.EndsWith(Fence, StringComparison.Ordinal)) return bare;
        var start = bare.IndexOf('\n');
        return start < 0 ? bare : bare[start..^Fence.Length].Trim();
    }
}
