using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Records;
using Chimera.McpServers.Sandbox;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Hosting;

/// <summary>A server of ours: its name, and how its parts are made.</summary>
internal sealed record ServerKind(string Name, string Title, string Instructions, Func<Backstage, ServerParts> Make);

/// <summary>What a server offers.</summary>
/// <param name="Subscriptions">Those of its resources; null where nothing tells of changes.</param>
internal sealed record ServerParts(IReadOnlyList<McpServerTool> Tools, IReadOnlyList<McpServerResource> Resources, Subscriptions? Subscriptions = null);

/// <summary>What the parts of a server are made with.</summary>
internal sealed class Backstage(Settings settings, ILoggerFactory logs) : IAsyncDisposable
{
    private Database? _sandbox, _records;

    public Settings Settings => settings;

    public ILogger Log { get; } = logs.CreateLogger("chimera-mcp");

    public IMediaStore Media { get; } = settings.Bucket is { } bucket ? new MediaBucket(bucket) : new MediaFolder(settings.MediaFolder, settings.MediaUrl);

    public Database Sandbox => _sandbox ??= new(settings.Database!, "chimera_sandbox.trends", "sandbox.1.sql", "sandbox.2.sql");

    /// <summary>Where the real back ends keep what must not be forgotten: posts, tokens and answers.</summary>
    public Database Records => _records ??= new(settings.Database!, "chimera_mcp.answers", "records.1.sql", "records.2.sql");

    /// <summary>Before a real back end that takes money and knows no keys: answers are kept, if there is a database.</summary>
    public ICallGate KeepingGate() => settings.Database is null ? new OpenGate() : new KeepingGate(Records, Log);

    /// <summary>The back end that the configuration names, and the gate before it.</summary>
    /// <param name="gate">Before the real one, unless it recognises repeats itself.</param>
    public (TPort Port, ICallGate Gate) BackEnd<TPort>(Func<TPort> sandbox, Func<TPort> real, Func<ICallGate>? gate = null) where TPort : class =>
        settings.Backend == Backend.Sandbox ? (sandbox(), new SandboxGate(Sandbox)) : (real(), gate?.Invoke() ?? new OpenGate());

    /// <summary>The same for a server that has no real one yet.</summary>
    /// <param name="missing">What the real one would need.</param>
    public (TPort Port, ICallGate Gate) BackEnd<TPort>(Func<TPort> sandbox, string missing) where TPort : class =>
        // nothing stands behind a closed gate: not even by mistake does the sandbox answer for the real one
        settings.Backend == Backend.Sandbox ? (sandbox(), new SandboxGate(Sandbox)) : (null!, new ClosedGate(missing));

    /// <summary>Subscriptions to the resources of a back end, when it tells of changes.</summary>
    public Subscriptions? SubscriptionsTo(IReadOnlyList<McpServerResource> resources, object backEnd) =>
        backEnd is IResourceChanges changes ? new(changes, resources, Log, TimeProvider.System) : null;

    public async ValueTask DisposeAsync()
    {
        (Media as IDisposable)?.Dispose();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        if (_records is not null) await _records.DisposeAsync();
    }
}
