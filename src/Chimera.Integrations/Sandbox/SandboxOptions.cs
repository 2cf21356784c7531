namespace Chimera.Integrations.Sandbox;

/// <summary>How posts of the sandbox network are reached.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>The platform's own address, without a slash at the end; posts are served below <c>/sandbox/</c>.</summary>
    public string PublicUrl { get; set; } = "http://localhost:8080";
}
