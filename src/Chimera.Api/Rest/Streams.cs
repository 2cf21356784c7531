using Chimera.Handlers;
using Chimera.Projections.Tables;
using Marten;

namespace Chimera.Api.Rest;

/// <summary>A resource as its stream has it: the row it makes of its table, the state its rules see, and the version.</summary>
internal sealed record Folded<TRow>(TRow Row, object State, long Version);

/// <summary>Reads one resource by folding its stream, so that whoever wrote reads what they wrote.</summary>
internal sealed class Streams(IDocumentStore store)
{
    /// <exception cref="UnknownIdException">There is no such stream, or it is another kind's.</exception>
    public async Task<Folded<TRow>> Read<TRow>(TableDescription<TRow> table, string what, Guid id, CancellationToken cancellation) where TRow : class
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(id, token: cancellation);
        TRow? row = null;
        object? state = null;
        foreach (var e in events) (row, state) = (table.Fold(row, StoredEvent.Of(e)), Aggregates.Evolve(state, e.Data));
        return row is null ? throw new UnknownIdException(what, id) : new(row, state!, events[^1].Version);
    }
}
