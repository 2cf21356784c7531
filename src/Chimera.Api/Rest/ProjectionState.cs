using System.ComponentModel;
using Chimera.Projections;
using Chimera.Projections.Events;
using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>How the tables stand to the events and to this program.</summary>
public sealed record ProjectionState(
    [property: Description("The table set that this program makes.")] int CodeVersion,
    [property: Description("The table set that is read; left away before the first tables are made.")] int? LiveVersion,
    [property: Description("`live`, or `rolled_back`: tables of before that are read again.")] string? LiveState,
    [property: Description("The last event that is in the tables.")] long Sequence,
    [property: Description("The last event of the log.")] long LastSequence,
    [property: Description("Sequence numbers that the tables have not passed yet.")] long LagEvents,
    [property: Description("The age of the oldest event that is not in the tables yet; 0 when all are.")] double LagSeconds,
    [property: Description("Events that are set aside.")] long PoisonEvents,
    [property: Description("Whether there are tables of before, for a rollback.")] bool HasPrevious, int? PreviousVersion,
    [property: Description("The one that runs, in whichever process.")] RebuildDetails? Rebuild);

/// <summary>Reads how the tables stand.</summary>
internal sealed class ProjectionStates(TableSet set, NpgsqlDataSource database, EventLog log, TableRebuild rebuild, PoisonEvents poison, TimeProvider time)
{
    public async Task<ProjectionState> Read(CancellationToken cancellation)
    {
        var live = await TableSetState.Of(database, TableSet.LiveSchema, cancellation);
        var previous = await TableSetState.Of(database, TableSet.PreviousSchema, cancellation);
        var last = await log.Last(cancellation); // after the tables: what they have taken in is in the log
        var sequence = live?.Sequence ?? 0;
        var running = await rebuild.Running(cancellation);
        return new(set.Version, live?.Version, live?.State, sequence, last, Math.Max(0, last - sequence), await Lag(sequence, cancellation),
            live is null ? 0 : await poison.Count(cancellation), previous is not null, previous?.Version,
            running is null ? null : RebuildDetails.Of(running, time.GetUtcNow(), whole: false));
    }

    private async Task<double> Lag(long sequence, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select extract(epoch from now() - timestamp)::float8 from chimera_events.mt_events where seq_id > $1 order by seq_id limit 1");
        command.Parameters.Add(new() { Value = sequence });
        return await command.ExecuteScalarAsync(cancellation) is double seconds ? Math.Round(Math.Max(0, seconds), 3) : 0;
    }
}
