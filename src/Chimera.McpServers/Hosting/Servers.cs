using Chimera.McpServers.Coinbase;
using Chimera.McpServers.Ideogram;
using Chimera.McpServers.Instagram;
using Chimera.McpServers.News;
using Chimera.McpServers.TikTok;
using Chimera.McpServers.Twitter;
using Chimera.McpServers.Video;
using Chimera.McpServers.Weaviate;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Hosting;

/// <summary>All servers of this program.</summary>
internal static class Servers
{
    private const string Prefix = "mcp-server-";

    public static readonly IReadOnlyList<ServerKind> All =
    [
        TwitterServer.Kind, InstagramServer.Kind, TikTokServer.Kind, IdeogramServer.Kind, VideoServer.Kind, WeaviateServer.Kind, CoinbaseServer.Kind,
        NewsServer.Kind
    ];

    /// <summary>By its name, with or without <c>mcp-server-</c>.</summary>
    public static ServerKind Find(string name) => All.FirstOrDefault(kind => kind.Name == name || kind.Name == Prefix + name)
        ?? throw new StartException($"There is no server '{name}'. There are: {string.Join(", ", All.Select(kind => kind.Name))}.");

    public static void Describe(this McpServerOptions options, ServerKind kind, ServerParts parts)
    {
        options.ServerInfo = new Implementation { Name = kind.Name, Title = kind.Title, Version = "1.0.0" };
        options.ServerInstructions = kind.Instructions;
        if (parts.Tools.Count > 0) options.ToolCollection = [.. parts.Tools];
        if (parts.Resources.Count > 0) options.ResourceCollection = [.. parts.Resources];
        parts.Subscriptions?.OfferIn(options);
    }
}
