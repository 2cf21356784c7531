using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Chimera.Integrations.Mcp;

/// <summary>The resources of a server that have changed, as it told.</summary>
internal sealed class ToldChanges
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> told = new();

    public Task Next(string uri, CancellationToken cancellation) => Of(uri).WaitAsync(cancellation);

    public ValueTask Take(JsonRpcNotification notification, CancellationToken cancellation)
    {
        if (notification.Params?["uri"] is JsonValue text && text.TryGetValue(out string? uri)) Tell(Of(uri));
        return default;
    }

    private static void Tell(SemaphoreSlim change)
    {
        if (change.CurrentCount == 0) change.Release(); // several changes before a look are one
    }

    private SemaphoreSlim Of(string uri) => told.GetOrAdd(uri, _ => new(0));
}
