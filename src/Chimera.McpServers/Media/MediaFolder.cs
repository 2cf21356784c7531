namespace Chimera.McpServers.Media;

/// <summary>Media as files in a folder, which the host serves below <c>/media/</c>.</summary>
internal sealed class MediaFolder(string folder, string publicUrl) : IMediaStore
{
    public string PublicUrl => publicUrl;

    public Uri AddressOf(string name) => new($"{publicUrl.TrimEnd('/')}/media/{name}");

    public Task<bool> Has(string name, CancellationToken cancellation) => Task.FromResult(File.Exists(Path.Combine(folder, name)));

    public async Task<Uri> Store(ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellation)
    {
        var name = MediaNames.Of(bytes.Span, extension);
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        if (!File.Exists(path)) await Write(path, bytes, cancellation);
        return AddressOf(name);
    }

    public async Task<byte[]?> Read(string url, CancellationToken cancellation) =>
        MediaNames.In(url) is { } name && Path.Combine(folder, name) is var path && File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;

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
