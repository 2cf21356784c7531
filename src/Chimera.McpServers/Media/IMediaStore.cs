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
