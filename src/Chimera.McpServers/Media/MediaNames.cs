using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Chimera.McpServers.Media;

/// <summary>The names of media: the SHA-256 of the bytes, and what kind they are of.</summary>
internal static partial class MediaNames
{
    public static string Of(ReadOnlySpan<byte> bytes, string extension) => $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}.{extension}";

    /// <summary>The name at the end of an address, or null.</summary>
    public static string? In(string url) => Name().Match(url) is { Success: true } name ? name.Groups[1].Value : null;

    /// <summary>The media type that a name or an address tells by its end.</summary>
    public static string TypeOf(string name) => Path.GetExtension(name) switch { ".mp4" => "video/mp4", ".png" => "image/png", _ => "image/jpeg" };

    [GeneratedRegex(@"/([0-9a-f]{64}\.(png|jpg|mp4))\z")]
    private static partial Regex Name();
}
