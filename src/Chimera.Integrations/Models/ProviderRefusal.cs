using System.Net;
using System.Text.Json;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Models;

/// <summary>What a provider's refusal means here: a code of the domain's error table, and the provider's own words without the key.</summary>
internal static class ProviderRefusal
{
    private const int LongestWords = 300;

    public static ToolException Of(string provider, HttpResponseMessage response, string body, Secret? key, DateTimeOffset now)
    {
        var words = WordsOf(body);
        var message = $"{provider} answered {(int)response.StatusCode}{(words.Length > 0 ? $": {key?.Redact(words) ?? words}" : ".")}";
        return new(CodeOf(response.StatusCode), message, RetryAfter(response, now));
    }

    private static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "RATE_LIMIT_EXCEEDED",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.PaymentRequired => ErrorTable.AuthFailed,
        HttpStatusCode.NotFound => ErrorTable.NotConfigured,
        HttpStatusCode.RequestTimeout => ErrorTable.Timeout,
        >= HttpStatusCode.InternalServerError => ErrorTable.WorkerError,
        _ => "INVALID_PROMPT"
    };

    private static int? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => (int)Math.Ceiling(wait.TotalSeconds),
        { Date: { } until } => (int)Math.Max(0, Math.Ceiling((until - now).TotalSeconds)),
        _ => null
    };

    /// <summary><c>error.message</c> of Anthropic and OpenAI, <c>error</c> of Ollama, or the whole.</summary>
    private static string WordsOf(string body)
    {
        var words = body.Trim();
        try
        {
            var json = JsonElement.Parse(body);
            if (json is { ValueKind: JsonValueKind.Array } && json.GetArrayLength() > 0) json = json[0]; // Gemini wraps its error in a list
            if (json is { ValueKind: JsonValueKind.Object } && json.TryGetProperty("error", out var error))
                words = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) ? message.ToString() : error.ToString();
        }
        catch (JsonException)
        {
            // a proxy's page
        }
        return words.Length > LongestWords ? words[..LongestWords] : words;
    }
}
