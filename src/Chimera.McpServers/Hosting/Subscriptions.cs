using System.Collections.Concurrent;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Hosting;

/// <summary>Says when a resource has changed.</summary>
internal interface IResourceChanges
{
    /// <summary>The addresses of changed resources, as long as somebody listens.</summary>
    IAsyncEnumerable<string> Watch(CancellationToken cancellation);
}

/// <summary>Who wants to know of which resource. Watching begins with the first and ends with the process.</summary>
internal sealed class Subscriptions(IResourceChanges changes, IReadOnlyList<McpServerResource> resources)
{
    private readonly ConcurrentDictionary<(McpServer Server, string Uri), byte> _wanted = new();
    private readonly Lock _start = new();
    private Task? _watching;

    public ValueTask<EmptyResult> Add(McpServer server, string uri)
    {
        if (!resources.Any(resource => resource.IsMatch(uri))) throw new McpProtocolException($"Unknown resource: {uri}", McpErrorCode.ResourceNotFound);
        _wanted[(server, uri)] = 0;
        lock (_start)
        {
            if (_watching is null or { IsCompleted: true }) _watching = Task.Run(Watch);
        }
        return new(new EmptyResult());
    }

    public ValueTask<EmptyResult> Remove(McpServer server, string uri)
    {
        _wanted.TryRemove((server, uri), out _);
        return new(new EmptyResult());
    }

    private async Task Watch()
    {
        await foreach (var changed in changes.Watch(CancellationToken.None))
            foreach (var (server, uri) in _wanted.Keys.Where(one => one.Uri == changed || one.Uri.StartsWith(changed + "?", StringComparison.Ordinal)))
                await Tell(server, uri);
    }

    private async Task Tell(McpServer server, string uri)
    {
        try
        {
            await server.SendNotificationAsync(NotificationMethods.ResourceUpdatedNotification, new ResourceUpdatedNotificationParams { Uri = uri });
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            _wanted.TryRemove((server, uri), out _);
        }
    }
}
