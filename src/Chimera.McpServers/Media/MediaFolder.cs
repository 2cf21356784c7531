using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Chimera.McpServers.Media;

/// <summary>Media as files named by their SHA-256, so that storing twice changes nothing; the host serves them below <c>/media/</c>.</summary>
internal sealed partial class MediaFolder(string folder, string publicUrl)
{
    public async Task<Uri> Store(ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellation)
    {
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}.{extension}";
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        if (!File.Exists(path)) await Write(path, bytes, cancellation);
        return new Uri($"{publicUrl.TrimEnd('/')}/media/{name}");
    }

    /// <summary>The file behind an address that <see cref="Store"/> gave, or null. The name says what is in it, so the host part does not matter.</summary>
    public string? Find(string url) =>
        Name().Match(url) is { Success: true } name && Path.Combine(folder, name.Groups[1].Value) is var path && File.Exists(path) ? path : null;

    /// <summary>The media type of a file that <see cref="Find"/> gave.</summary>
    public static string TypeOf(string path) => Path.GetExtension(path) switch { ".mp4" => "video/mp4", ".png" => "image/png", _ => "image/jpeg" };

    // a rename is atomic: a reader sees the whole file or none
    private static async Task Write(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllBytesAsync(unfinished, bytes, cancellation);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    [GeneratedRegex(@"/media/([0-9a-f]{64}\.(png|jpg|mp4))\z")]
    private static partial Regex Name();
}
