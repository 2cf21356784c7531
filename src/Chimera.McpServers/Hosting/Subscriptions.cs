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
    // by session: each request has a server object of its own
    private readonly ConcurrentDictionary<(string? Session, string Uri), Subscription> _wanted = new();
    private readonly Lock _start = new();
    private Task? _watching;

    public ValueTask<EmptyResult> Add(McpServer server, string uri)
    {
        if (!resources.Any(resource => resource.IsMatch(uri))) throw new McpProtocolException($"Unknown resource: {uri}", McpErrorCode.ResourceNotFound);
        _wanted[(server.SessionId, uri)] = new(server, uri, () => _wanted.TryRemove((server.SessionId, uri), out _));
        lock (_start)
        {
            if (_watching is null or { IsCompleted: true }) _watching = Task.Run(Watch);
        }
        return new(new EmptyResult());
    }

    public ValueTask<EmptyResult> Remove(McpServer server, string uri)
    {
        _wanted.TryRemove((server.SessionId, uri), out _);
        return new(new EmptyResult());
    }

    private async Task Watch()
    {
        await foreach (var changed in changes.Watch(CancellationToken.None))
            foreach (var (_, subscription) in _wanted.Where(one => one.Key.Uri == changed || one.Key.Uri.StartsWith(changed + "?", StringComparison.Ordinal)))
                subscription.Tell();
    }

    /// <summary>Tells one client of one resource. A slow one holds nobody up: what changes while it is being told is told once more.</summary>
    private sealed class Subscription(McpServer server, string uri, Action end)
    {
        private int _owed;

        public void Tell()
        {
            if (Interlocked.Increment(ref _owed) == 1) _ = Send();
        }

        private async Task Send()
        {
            try
            {
                int told;
                do
                {
                    told = Volatile.Read(ref _owed);
                    await server.SendNotificationAsync(NotificationMethods.ResourceUpdatedNotification, new ResourceUpdatedNotificationParams { Uri = uri });
                }
                while (Interlocked.Add(ref _owed, -told) > 0);
            }
            catch (Exception gone) when (gone is InvalidOperationException or IOException or ObjectDisposedException or OperationCanceledException)
            {
                end();
            }
        }
    }
}
