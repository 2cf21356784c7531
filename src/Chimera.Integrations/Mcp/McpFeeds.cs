using Chimera.Handlers;
using Microsoft.Extensions.Logging;

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
