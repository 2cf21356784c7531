using System.Collections.Concurrent;
using System.Threading.Channels;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;

namespace Chimera.Projections;

/// <summary>A row that a committed page changed.</summary>
public sealed record RowChange(TableDescription Table, Guid Id);

/// <summary>A page that is in the tables now.</summary>
/// <param name="Sequence">Of its last event.</param>
public sealed record CommittedPage(long Sequence, IReadOnlyList<RowChange> Rows, IReadOnlyList<StoredEvent> Events);

/// <summary>Tells those who watch what the tables of this process have taken in.</summary>
public sealed class TableFeed
{
    private const int MostWaiting = 1000;

    private readonly ConcurrentDictionary<Channel<CommittedPage>, bool> watchers = new();

    /// <summary>Every page from now on.</summary>
    /// <exception cref="FeedOverrunException">The reader was too slow, and pages were lost to it.</exception>
    public async IAsyncEnumerable<CommittedPage> Read([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<CommittedPage>(MostWaiting);
        watchers[channel] = true;
        try
        {
            await foreach (var page in channel.Reader.ReadAllAsync(cancellation)) yield return page;
        }
        finally
        {
            watchers.TryRemove(channel, out _);
        }
    }

    internal bool IsWatched => !watchers.IsEmpty;

    internal void Publish(CommittedPage page)
    {
        foreach (var (watcher, _) in watchers)
            if (!watcher.Writer.TryWrite(page)) watcher.Writer.TryComplete(new FeedOverrunException());
    }
}

/// <summary>Whoever reads the feed is slower than the tables.</summary>
public sealed class FeedOverrunException() : Exception("The reader could not keep up.");
