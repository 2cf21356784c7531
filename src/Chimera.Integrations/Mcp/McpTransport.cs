using Chimera.Integrations.Mcp.OAuth;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;

namespace Chimera.Integrations.Mcp;

/// <summary>How a tool server is reached: by its address, or as a process of its own.</summary>
internal static class McpTransport
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <param name="log">Gets what a process says on standard error.</param>
    public static IClientTransport To(McpServerSettings settings, OAuthClient authorization, ILogger log, ILoggerFactory logs) => settings.Url is { } url
        ? settings.Auth?.OAuth is not null ? authorization.To(settings) : new HttpClientTransport(new()
        {
            Endpoint = new(url), Name = settings.Name, TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = settings.Auth?.Token is { } token ? new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" } : null
        }, logs)
        : new StdioClientTransport(new()
        {
            Command = settings.Command!, Arguments = [.. settings.Args ?? []], Name = settings.Name, ShutdownTimeout = Goodbye,
            EnvironmentVariables = settings.Env?.ToDictionary(pair => pair.Key, string? (pair) => pair.Value),
            StandardErrorLines = line => log.LogInformation("{Line}", line)
        }, logs);
}
