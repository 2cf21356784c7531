namespace Chimera.Integrations.Mcp;

/// <summary>A tool server cannot be reached: nothing was sent to it.</summary>
internal sealed class McpUnavailableException(string server, string why, Exception? cause) : Exception($"{server} cannot be reached: {why}", cause);
