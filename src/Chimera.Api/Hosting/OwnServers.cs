using Chimera.Integrations.Mcp;

namespace Chimera.Api.Hosting;

/// <summary>The platform's own tool servers, each a process that speaks over stdio and lives as long as the host.</summary>
internal static class OwnServers
{
    private const string Program = "chimera-mcp.dll";

    private static readonly string[] Names = ["twitter", "instagram", "tiktok", "ideogram", "video", "weaviate", "coinbase", "news"];

    /// <param name="environment">The host's, in which the servers live too: what it says of media and addresses wins.</param>
    public static IEnumerable<McpServerSettings> Of(HostSettings settings, Func<string, string?> environment)
    {
        var own = new Dictionary<string, string>
        {
            ["DATABASE_URL"] = settings.ConnectionString, ["Media__Folder"] = Said("Media__Folder") ?? settings.MediaFolder,
            ["Media__PublicUrl"] = Said("Media__PublicUrl") ?? settings.PublicUrl, ["Sandbox__PublicUrl"] = Said("Sandbox__PublicUrl") ?? settings.PublicUrl
        };
        return Names.Select(name => new McpServerSettings($"mcp-server-{name}", Command: "dotnet", Args: [Place(), name, "--stdio"], Env: own,
            Protocol: name is "twitter" or "news" ? McpServerSettings.LastWithSubscriptions : null));

        string? Said(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>Beside the host, or, in a tree that was built and not published, where its own project is built.</summary>
    private static string Place()
    {
        var here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        string[] places = [Path.Combine(here, "mcp", Program), Path.Combine(here, "..", "..", "Chimera.McpServers", Path.GetFileName(here), Program)];
        return Path.GetFullPath(Array.Find(places, File.Exists) ?? places[0]);
    }
}
