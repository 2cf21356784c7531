using System.Collections.Concurrent;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Hosting;

/// <summary>Says when a resource has changed.</summary>
internal interface IResourceChanges
{
    /// <summary>The addresses of changed resources, as long as somebody listens.</summary>
    /// <param name="listening">Called once no change is missed any more.</param>
    IAsyncEnumerable<string> Watch(Action listening, CancellationToken cancellation);
}

/// <summary>Which session wants to know of which resource. Watching begins with the first and ends with the process.</summary>
internal sealed class Subscriptions(IResourceChanges changes, IReadOnlyList<McpServerResource> resources, ILogger log, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // by session: each request has a server object of its own
    private readonly ConcurrentDictionary<(string? Session, string Uri), Subscription> _wanted = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _start = new();
    private Task? _watching;

    public int Count => _wanted.Count;

    /// <summary>Offers subscriptions to those who have a session.</summary>
    public void OfferIn(McpServerOptions options)
    {
        options.Capabilities = new() { Resources = new() { Subscribe = true } };
        options.Handlers.SubscribeToResourcesHandler = (request, cancellation) => Add(request.Server, request.Params.Uri, cancellation);
        options.Handlers.UnsubscribeFromResourcesHandler = (request, _) => Remove(request.Server, request.Params.Uri);
    }

    /// <summary>Runs a session over HTTP, and ends its subscriptions with it: nothing else tells that nobody listens any more.</summary>
    public async Task RunSession(HttpContext http, McpServer server, CancellationToken cancellation)
    {
        try
        {
            await server.RunAsync(cancellation);
        }
        finally
        {
            foreach (var one in _wanted.Keys.Where(one => one.Session == server.SessionId)) _wanted.TryRemove(one, out _);
        }
    }

    private async ValueTask<EmptyResult> Add(McpServer server, string uri, CancellationToken cancellation)
    {
        if (!resources.Any(resource => resource.IsMatch(uri))) throw new McpProtocolException($"Unknown resource: {uri}", McpErrorCode.ResourceNotFound);
        _wanted[(server.SessionId, uri)] = new(server, uri, () => _wanted.TryRemove((server.SessionId, uri), out _));
        lock (_start) _watching ??= Watch();
        await _listening.Task.WaitAsync(cancellation);
        // on the stream of this request, for a client may not have opened its own yet: whoever reads now has missed nothing
        await server.SendNotificationAsync(
            NotificationMethods.ResourceUpdatedNotification, new ResourceUpdatedNotificationParams { Uri = uri }, cancellationToken: cancellation);
        return new();
    }

    private ValueTask<EmptyResult> Remove(McpServer server, string uri)
    {
        _wanted.TryRemove((server.SessionId, uri), out _);
        return new(new EmptyResult());
    }

    private async Task Watch()
    {
        while (true)
        {
            try
            {
                await foreach (var changed in changes.Watch(Listening, CancellationToken.None))
                    foreach (var (_, subscription) in _wanted.Where(one => one.Key.Uri == changed || one.Key.Uri.StartsWith(changed + "?", StringComparison.Ordinal)))
                        subscription.Tell();
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Nobody tells of changed resources; it is tried again every {Seconds} s", Pause.TotalSeconds);
            }
            _listening.TrySetResult(); // whoever subscribes meanwhile is told as soon as it is listened again
            await Task.Delay(Pause, clock);
        }
    }

    /// <summary>Not for the first time: then something may have changed before, and everybody is told.</summary>
    private void Listening()
    {
        if (_listening.TrySetResult()) return;
        foreach (var (_, subscription) in _wanted) subscription.Tell();
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
