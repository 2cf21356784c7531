using Chimera.Integrations.Mcp;

namespace Chimera.Api.Hosting;

/// <summary>The platform's own tool servers, each a process that speaks over stdio and lives as long as the host.</summary>
internal static class OwnServers
{
    private const string Program = "chimera-mcp.dll";

    private static readonly string[] Names = ["twitter", "instagram", "tiktok", "ideogram", "video", "weaviate", "coinbase", "news"];

    public static IEnumerable<McpServerSettings> Of(HostSettings settings) => Names.Select(name => new McpServerSettings(
        $"mcp-server-{name}", Command: "dotnet", Args: [Place(), name, "--stdio"],
        Env: new Dictionary<string, string>
        {
            ["DATABASE_URL"] = settings.ConnectionString, ["Media__Folder"] = settings.MediaFolder, ["Media__PublicUrl"] = settings.PublicUrl,
            ["Sandbox__PublicUrl"] = settings.PublicUrl
        },
        Protocol: name is "twitter" or "news" ? McpServerSettings.LastWithSubscriptions : null));

    /// <summary>Beside the host, or, in a tree that was built and not published, where its own project is built.</summary>
    private static string Place()
    {
        var here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        string[] places = [Path.Combine(here, "mcp", Program), Path.Combine(here, "..", "..", "Chimera.McpServers", Path.GetFileName(here), Program)];
        return Path.GetFullPath(Array.Find(places, File.Exists) ?? places[0]);
    }
}
