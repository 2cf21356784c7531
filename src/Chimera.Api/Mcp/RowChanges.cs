using System.Runtime.CompilerServices;
using Chimera.McpServers.Hosting;
using Chimera.Projections;
using Chimera.Projections.Tables;

namespace Chimera.Api.Mcp;

/// <summary>The resources whose rows have changed, told by what the tables take in, as it is told to GraphQL's subscribers.</summary>
internal sealed class RowChanges(TableFeed feed) : IResourceChanges
{
    public async IAsyncEnumerable<string> Watch([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in feed.Read(cancellation))
            foreach (var uri in page.Rows.Select(UriOf).OfType<string>().Distinct()) yield return uri;
    }

    private static string? UriOf(RowChange row) => row.Table.Name == HitlQueueTable.Description.Name ? Resources.Inbox
        : row.Table.Name == CampaignsTable.Description.Name ? Resources.Campaign + row.Id
        : null;
}
