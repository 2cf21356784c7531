using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chimera.McpServers.Calls;

namespace Chimera.McpServers.Web;

/// <summary>What a platform answered, read whole.</summary>
internal sealed record Reply(string Platform, Effect Effect, HttpStatusCode Status, HttpResponseHeaders Headers, string? MediaType, byte[] Body)
{
    // what platforms add to their answers concerns nobody; numbers that are written as texts, and texts as numbers, are common
    public static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString
    };

    public bool IsGood => (int)Status is >= 200 and < 300;

    public T Read<T>() where T : class => Try<T>() ?? throw NoAnswer.Of(Effect == Effect.Once && IsGood,
        $"{Platform} answered {(int)Status} with what is not the JSON that it documents ({MediaType ?? "no content type"}, {Body.Length} bytes).");

    /// <summary>Null when the answer is not JSON of this shape, such as the page of a gateway.</summary>
    public T? Try<T>() where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, Wire);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>How long the platform wants to be left alone: the header of HTTP, or the end of its window in seconds since 1970.</summary>
    public int? RetryAfter(DateTimeOffset now, params ReadOnlySpan<string> windows)
    {
        var end = Headers.RetryAfter switch { { Delta: { } delta } => now + delta, { Date: { } date } => date, _ => (DateTimeOffset?)null };
        foreach (var window in windows) end ??= WindowEnd(window);
        return end is { } known ? (int)Math.Clamp(Math.Ceiling((known - now).TotalSeconds), 1, 86_400) : null;
    }

    private DateTimeOffset? WindowEnd(string header) => Headers.TryGetValues(header, out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
        ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>Of a gateway that says "too many requests" in its own words; null for anything else.</summary>
    public ToolErrorException? TooMany(DateTimeOffset now) => Status != HttpStatusCode.TooManyRequests ? null
        : new(ToolErrors.RateLimit, $"{Platform} wants to be asked less often.", RetryAfter(now));

    /// <summary>Of an error whose meaning nobody documents: a server's own trouble may have come after the deed.</summary>
    public ToolErrorException Unexpected(string? words) => NoAnswer.Of(Effect == Effect.Once && (int)Status >= 500,
        $"{Platform} answered {(int)Status}{(words is null ? "." : $": {Short(words)}")}");

    public static string Short(string words) => words.Length <= 300 ? words : words[..300];
}
