namespace Chimera.Integrations.Media;

/// <summary>Where made media lies and how it is reached.</summary>
public sealed class MediaOptions
{
    public const string Section = "Media";

    public string Folder { get; set; } = ".chimera/media";

    /// <summary>The platform's own address, without a slash at the end; media is served below <c>/media/</c>.</summary>
    public string PublicUrl { get; set; } = "http://localhost:8080";
}
