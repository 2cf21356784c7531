using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Sandbox;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Hosting;

/// <summary>A server of ours: its name, and how its parts are made.</summary>
internal sealed record ServerKind(string Name, string Title, string Instructions, Func<Backstage, ServerParts> Make);

/// <summary>What a server offers, and what tells it of changes to its resources.</summary>
internal sealed record ServerParts(IReadOnlyList<McpServerTool> Tools, IReadOnlyList<McpServerResource> Resources, IResourceChanges? Changes = null);

/// <summary>What the parts of a server are made with.</summary>
internal sealed class Backstage(Settings settings, ILoggerFactory logs) : IAsyncDisposable
{
    private SandboxDatabase? _sandbox;

    public Settings Settings => settings;

    public ILogger Log { get; } = logs.CreateLogger("chimera-mcp");

    public IMediaStore Media { get; } = settings.Bucket is { } bucket ? new MediaBucket(bucket) : new MediaFolder(settings.MediaFolder, settings.MediaUrl);

    public SandboxDatabase Sandbox => _sandbox ??= new(settings.Database!);

    /// <summary>The back end that the configuration names, and the gate before it.</summary>
    /// <param name="missing">What the real one needs and does not have.</param>
    public (TPort Port, ICallGate Gate) BackEnd<TPort>(Func<TPort> sandbox, string missing, Func<TPort>? real = null) where TPort : class
    {
        if (settings.Backend == Backend.Sandbox) return (sandbox(), new SandboxGate(Sandbox));
        // nothing stands behind a closed gate: not even by mistake does the sandbox answer for the real one
        return real is null ? (null!, new ClosedGate(missing)) : (real(), new OpenGate());
    }

    public async ValueTask DisposeAsync()
    {
        (Media as IDisposable)?.Dispose();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
    }
}
