using System.Text.Json;
using Chimera.Domain;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>A token endpoint's no (RFC 6749, 5.2).</summary>
internal sealed record TokenRefusal(string Error, string? ErrorDescription)
{
    private const int Longest = 200;

    /// <returns>Null when the answer is no such thing, or only says that it is busy.</returns>
    public static TokenRefusal? Read(string? body)
    {
        try
        {
            var said = body is null ? null : JsonSerializer.Deserialize<Said>(body, ChimeraJson.Stored);
            return said?.Error is null or "server_error" or "temporarily_unavailable" ? null : new(said.Error, said.ErrorDescription);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => Short($"{Error} {ErrorDescription}".Trim());

    private static string Short(string text) => text.Length > Longest ? text[..Longest] : text;

    private sealed record Said(string? Error, string? ErrorDescription);
}
