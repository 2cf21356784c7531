using Chimera.Handlers;
using Npgsql;
using Wolverine.Runtime;

namespace Chimera.Api.Hosting.Feeds;

/// <summary>What every poller works with.</summary>
internal sealed record PollerParts(NpgsqlDataSource Database, IWolverineRuntime Wolverine, IFeedChanges Changes, FeedOptions Options, TimeProvider Clock, ILogger<FeedPoller> Log)
{
    public Task Send(object message, CancellationToken cancellation) => new MessageBus(Wolverine).InvokeAsync(message, cancellation);

    /// <summary>The ids that a query gives.</summary>
    /// <param name="words">Its only parameter, if it has one.</param>
    public async Task<IReadOnlyList<Guid>> Ids(string sql, string[]? words, CancellationToken cancellation)
    {
        await using var command = Database.CreateCommand(sql);
        if (words is not null) command.Parameters.Add(new() { Value = words });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await rows.ReadAsync(cancellation)) ids.Add(rows.GetGuid(0));
        return ids;
    }
}
