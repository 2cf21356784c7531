namespace Chimera.Integrations.Mcp;

/// <summary>Which tools may speak in public or move value: those that are named. Any other tool has to say of itself that it only reads.</summary>
/// <param name="Named">Names of tools.</param>
public sealed record ToolPolicy(IReadOnlySet<string> Named)
{
    /// <summary>The tools of the specification (2.3, X-6), behind which the judge and the human stand.</summary>
    public static readonly ToolPolicy Default = new(new HashSet<string>
    {
        "post_tweet", "upload_media", "post_instagram", "post_tiktok", "generate_image", "generate_video", "store_memory", "send_transaction"
    });

    public bool Permits(string tool, bool isReadOnly) => isReadOnly || Named.Contains(tool);
}
