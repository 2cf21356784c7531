using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Chimera.Handlers;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace Chimera.Integrations.Mcp;

/// <summary>Which server has a feed, and what it tells of it.</summary>
internal sealed class McpFeeds(McpServers servers, ILogger<McpFeeds> log) : IFeedChanges
{
    public async Task Listen(string feed, CancellationToken cancellation)
    {
        if (ConnectionTo(feed) is not { } connection) return;
        try
        {
            if (!await connection.Subscribe(feed, cancellation)) log.LogDebug("{Feed} tells of no changes; it is looked at from time to time", feed);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogInformation("{Feed} is looked at from time to time, for its server does not tell of changes: {Why}", feed, failure.Message);
        }
    }

    public Task Next(string feed, CancellationToken cancellation) =>
        ConnectionTo(feed)?.Told.Next(feed, cancellation) ?? Task.Delay(Timeout.Infinite, cancellation);

    private McpConnection? ConnectionTo(string feed) => ServerOf(feed) is { } server ? servers.Find(server) : null;

    private static string? ServerOf(string feed) => feed switch
    {
        McpMentions.Uri => McpMentions.Server,
        McpTrends.Uri => McpTrends.Server,
        _ => null
    };
}

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
