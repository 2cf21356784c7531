using Chimera.Domain;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Social;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Media;

/// <summary>A picture or video as a platform that fetches it itself is told of it.</summary>
/// <param name="IsOurs">It is in the media store.</param>
internal sealed record PublicFile(string Url, bool IsVideo, bool IsOurs);

/// <summary>Media for platforms that fetch them from the web, and that show no PNG.</summary>
internal sealed class PublicMedia(IMediaStore store)
{
    /// <exception cref="StartException">The media store cannot be reached from the web.</exception>
    public static PublicMedia Of(Backstage stage, string server) =>
        Uri.TryCreate(stage.Media.PublicUrl, UriKind.Absolute, out var address) && !address.IsLoopback ? new(stage.Media)
            : throw new StartException($"setting.media-url: the platform of {server} fetches media from Media__PublicUrl, or of a bucket from MEDIA_S3_PUBLIC_URL, which must be an address that it reaches.");

    public async Task<IReadOnlyList<PublicFile>> Find(IEnumerable<string> urls, string pointer, CancellationToken cancellation)
    {
        var files = new List<PublicFile>();
        foreach (var url in urls) files.Add(await Find(url, $"{pointer}/{files.Count}", cancellation));
        return files;
    }

    /// <summary>Ours under the address that the platform reaches, whatever the host part of the given one is; a PNG becomes JPEG.</summary>
    public async Task<PublicFile> Find(string url, string pointer, CancellationToken cancellation)
    {
        Addresses.Require(url, pointer);
        if (MediaNames.In(url) is not { } name || !await store.Has(name, cancellation)) return new(url, IsVideo(new Uri(url).AbsolutePath), IsOurs: false);
        if (!name.EndsWith(".png", StringComparison.Ordinal)) return new(store.AddressOf(name).ToString(), IsVideo(name), IsOurs: true);
        var jpeg = await store.Read(url, cancellation) is { } png ? Pictures.ToJpeg(png) : null;
        Rule.Require(jpeg is not null, ToolErrors.InvalidArguments, "The file in the media store is no picture.", pointer);
        return new((await store.Store(jpeg, "jpg", cancellation)).ToString(), IsVideo: false, IsOurs: true);
    }

    /// <summary>What is in one of ours.</summary>
    public async Task<byte[]> Read(PublicFile file, CancellationToken cancellation) =>
        await store.Read(file.Url, cancellation) ?? throw NoAnswer.Failed("The file has gone from the media store.");

    private static bool IsVideo(string path) => Path.GetExtension(path) is ".mp4" or ".mov";
}
