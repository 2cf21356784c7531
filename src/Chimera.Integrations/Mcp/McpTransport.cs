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
            EnvironmentVariables = EnvironmentOf(settings),
            StandardErrorLines = line => log.LogInformation("{Line}", line)
        }, logs);

    public static async ValueTask LetGo(IClientTransport transport)
    {
        if (transport is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }

    /// <summary>That of the host, but for secrets that are nobody else's business.</summary>
    internal static Dictionary<string, string?> EnvironmentOf(McpServerSettings settings)
    {
        var own = settings.Withheld.ToDictionary(name => name, string? (_) => null);
        foreach (var (name, value) in settings.Env ?? new Dictionary<string, string>()) own[name] = value;
        return own;
    }
}
