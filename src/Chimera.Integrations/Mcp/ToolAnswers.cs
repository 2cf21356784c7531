using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;
using ModelContextProtocol.Protocol;

namespace Chimera.Integrations.Mcp;

/// <summary>Reads what a tool answers, ours or a stranger's.</summary>
internal static class ToolAnswers
{
    /// <summary>Characters; an answer that is longer is not looked at.</summary>
    public const int Longest = 5_000_000;

    /// <exception cref="ToolException">The tool says that it failed.</exception>
    /// <exception cref="AnswerLostException">The answer is none: too long, or not what the tool promised; or the tool itself does not know whether it acted.</exception>
    public static ToolAnswer Read(CallToolResult result, KnownTool tool)
    {
        if (result.IsError == true) throw Refusal(result);
        var text = result.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text;
        if ((text?.Length ?? 0) > Longest || result.StructuredContent?.GetRawText().Length > Longest) throw new AnswerLostException($"The answer has more than {Longest} characters.");
        var output = result.StructuredContent ?? Parse(text);
        if (tool.Misfit(output) is { } misfit) throw new AnswerLostException($"The answer breaks the tool's own schema: {misfit}");
        var cost = Text(result.Meta, "io.chimera/cost_usd") is { } usd && decimal.TryParse(usd, NumberStyles.Number, CultureInfo.InvariantCulture, out var known) && known >= 0 ? known : 0;
        return new(output, cost, Text(result.Meta, "io.chimera/model"));
    }

    /// <summary>In our form (<c>_meta</c>, or an error object as text), or as a sentence of the server.</summary>
    private static Exception Refusal(CallToolResult result)
    {
        var text = result.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text ?? "The tool failed and says nothing more.";
        var error = result.Meta?["io.chimera/error"] as JsonObject ?? ErrorIn(text);
        if (Text(error, "code") is not { } code) return new ToolException(ErrorTable.WorkerError, Short(text));
        if (code == ErrorTable.OutcomeUnknown) return new AnswerLostException(Short(Text(error, "message") ?? code));
        var after = error!["retryAfterSeconds"] is JsonValue wait && wait.TryGetValue(out int seconds) ? seconds : (int?)null;
        return new ToolException(Short(code), Short(Text(error, "message") ?? code), after);
    }

    private static JsonObject? ErrorIn(string text)
    {
        try
        {
            return text.StartsWith('{') && text.Length < Longest ? JsonNode.Parse(text)?["error"] as JsonObject : null;
        }
        catch (JsonException)
        {
            return null; // a sentence that begins with a brace
        }
    }

    private static JsonElement Parse(string? text)
    {
        try
        {
            return text is null ? throw new AnswerLostException("The answer is empty.") : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text); // a tool that answers in prose
        }
    }

    private static string? Text(JsonObject? json, string field) => json?[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string Short(string text) => text.Length <= 1000 ? text : text[..1000];
}
