using Chimera.Handlers.Working;
using Chimera.McpServers.Media;
using Microsoft.Extensions.Options;

namespace Chimera.Integrations.Media;

/// <summary>Media as files named by their SHA-256, so that storing twice changes nothing.</summary>
public sealed class LocalMediaStore(IOptions<MediaOptions> options) : IMediaStore
{
    public Task<Uri> Store(ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellation) =>
        new MediaFolder(options.Value.Folder, options.Value.PublicUrl).Store(bytes, extension, cancellation);
}
