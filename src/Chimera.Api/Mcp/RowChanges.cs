using System.Runtime.CompilerServices;
using Chimera.McpServers.Hosting;
using Chimera.Projections;
using Chimera.Projections.Tables;

namespace Chimera.Api.Mcp;

/// <summary>The resources whose rows have changed, told by what the tables take in, as it is told to GraphQL's subscribers.</summary>
internal sealed class RowChanges(TableFeed feed) : IResourceChanges
{
    public async IAsyncEnumerable<string> Watch(Action listening, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var pages = feed.Read(cancellation).GetAsyncEnumerator(cancellation);
        var next = pages.MoveNextAsync(); // from here on the feed keeps what comes
        listening();
        for (; await next; next = pages.MoveNextAsync())
            foreach (var uri in pages.Current.Rows.Select(UriOf).OfType<string>().Distinct()) yield return uri;
    }

    private static string? UriOf(RowChange row) => row.Table.Name == HitlQueueTable.Description.Name ? Resources.Inbox
        : row.Table.Name == CampaignsTable.Description.Name ? Resources.Campaign + row.Id
        : null;
}
