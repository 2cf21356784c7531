using ModelContextProtocol.Client;

namespace Chimera.McpServers.Tests.Real;

/// <summary>The twitter server as a process of its own, before an X that answers what it is told to.</summary>
public sealed class RealTwitter(Integration.Tests.PostgresFixture postgres) : IAsyncLifetime
{
    private McpClient? _client;

    public SandboxServers Servers { get; } = new(postgres);

    public PlatformStub X { get; } = new();

    /// <summary>The same for all tests of a class; X has forgotten everything.</summary>
    internal async Task<McpClient> Start()
    {
        X.Afresh().LetsIn();
        return _client ??= await Servers.Stdio("mcp-server-twitter", XStub.Settings(X));
    }

    public ValueTask InitializeAsync() => Servers.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Servers.DisposeAsync();
        X.Dispose();
    }
}
