using Chimera.Handlers;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;

namespace Chimera.Api.Rest;

/// <summary>A resource as its stream has it: the row it makes of its table, the state its rules see, and the version.</summary>
internal sealed record Folded<TRow>(TRow Row, object State, long Version);

/// <summary>Reads one resource by folding its stream, so that whoever wrote reads what they wrote.</summary>
internal sealed class Streams(EventLog log)
{
    /// <exception cref="UnknownIdException">There is no such stream, or it is another kind's.</exception>
    public async Task<Folded<TRow>> Read<TRow>(TableDescription<TRow> table, string what, Guid id, CancellationToken cancellation) where TRow : class
    {
        var events = await log.ReadStream(id, cancellation);
        TRow? row = null;
        object? state = null;
        foreach (var e in events) (row, state) = (table.Fold(row, e), Aggregates.Evolve(state, e.Data));
        return row is null ? throw new UnknownIdException(what, id) : new(row, state!, events[^1].Version);
    }
}
