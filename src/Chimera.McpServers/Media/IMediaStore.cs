using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Chimera.McpServers.Media;

/// <summary>Keeps made media under names that say what is in them, so that storing twice changes nothing.</summary>
internal interface IMediaStore
{
    /// <summary>What the addresses of all media begin with.</summary>
    string PublicUrl { get; }

    /// <summary>The address under which others find what has this name.</summary>
    Uri AddressOf(string name);

    /// <summary>Whether there is something of this name.</summary>
    Task<bool> Has(string name, CancellationToken cancellation);

    /// <returns>The address under which others find it.</returns>
    Task<Uri> Store(ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellation);

    /// <summary>What is behind an address that <see cref="Store"/> gave, or null. The name says what is in it, so the host part does not matter.</summary>
    Task<byte[]?> Read(string url, CancellationToken cancellation);
}

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
