namespace Chimera.Handlers.Working;

/// <summary>Keeps made images and videos where platforms can fetch them.</summary>
public interface IMediaStore
{
    /// <summary>Stores the bytes and returns their public address; the same bytes always have the same address.</summary>
    /// <param name="extension">Without the dot: <c>png</c>, <c>mp4</c>.</param>
    Task<Uri> Store(ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellation);
}
