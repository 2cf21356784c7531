using System.Security.Cryptography;
using Chimera.Handlers.Working;
using Microsoft.Extensions.Options;

namespace Chimera.Integrations.Media;

/// <summary>Media as files named by their SHA-256, so that storing twice changes nothing.</summary>
public sealed class LocalMediaStore(IOptions<MediaOptions> options) : IMediaStore
{
    public async Task<Uri> Store(ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellation)
    {
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}.{extension}";
        var path = Path.Combine(Directory.CreateDirectory(options.Value.Folder).FullName, name);
        if (!File.Exists(path)) await Write(path, bytes, cancellation);
        return new Uri($"{options.Value.PublicUrl.TrimEnd('/')}/media/{name}");
    }

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
}
