using Chimera.Integrations.Mcp.OAuth;
using Microsoft.Extensions.Logging;

namespace Chimera.Integrations.Mcp;

/// <summary>All tool servers, and which of them has a tool.</summary>
internal sealed class McpServers(IReadOnlyList<McpServerSettings> servers, OAuthClient authorization, TimeProvider clock, ILoggerFactory logs) : IAsyncDisposable
{
    private readonly Dictionary<string, McpConnection> connections = servers.ToDictionary(server => server.Name, server => new McpConnection(server, authorization, clock, logs));

    /// <summary>The connection to the server of this name; null when none is configured.</summary>
    public McpConnection? Find(string server) => connections.GetValueOrDefault(server);

    public IEnumerable<McpServerSettings> All => servers;

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections.Values) await connection.DisposeAsync();
    }
}
