using Chimera.Domain;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Social;

namespace Chimera.McpServers.Media;

/// <summary>A picture or video as a platform that fetches it itself is told of it.</summary>
/// <param name="Bytes">What is in it, when it is one of our media.</param>
internal sealed record PublicFile(string Url, bool IsVideo, byte[]? Bytes);

/// <summary>Media for platforms that fetch them from the web, and that show no PNG.</summary>
internal sealed class PublicMedia(IMediaStore store)
{
    /// <exception cref="StartException">The media folder cannot be reached from the web.</exception>
    public static PublicMedia Of(Backstage stage, string server) =>
        Uri.TryCreate(stage.Media.PublicUrl, UriKind.Absolute, out var address) && !address.IsLoopback ? new(stage.Media)
            : throw new StartException($"setting.media-url: the platform of {server} fetches media from Media__PublicUrl, which must be an address that it reaches.");

    public async Task<IReadOnlyList<PublicFile>> Find(IEnumerable<string> urls, string pointer, CancellationToken cancellation)
    {
        var files = new List<PublicFile>();
        foreach (var url in urls) files.Add(await Find(url, $"{pointer}/{files.Count}", cancellation));
        return files;
    }

    public async Task<PublicFile> Find(string url, string pointer, CancellationToken cancellation)
    {
        Addresses.Require(url, pointer);
        var bytes = await store.Read(url, cancellation);
        if (bytes is null || !url.EndsWith(".png", StringComparison.Ordinal)) return new(url, Path.GetExtension(new Uri(url).AbsolutePath) is ".mp4" or ".mov", bytes);
        var jpeg = Pictures.ToJpeg(bytes);
        Rule.Require(jpeg is not null, ToolErrors.InvalidArguments, "The file in the media folder is no picture.", pointer);
        return new((await store.Store(jpeg, "jpg", cancellation)).ToString(), IsVideo: false, jpeg);
    }
}
