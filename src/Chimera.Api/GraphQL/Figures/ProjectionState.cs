using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Schema;
using Chimera.Domain;
using Chimera.Projections;
using Chimera.Projections.Events;
using GraphQL;
using GraphQL.Types;
using Npgsql;

namespace Chimera.Api.GraphQL.Figures;

/// <summary>How far the tables are behind the events, what they set aside, and how the last rebuild ended.</summary>
internal sealed class ProjectionState(TableSet set, NpgsqlDataSource database, EventLog log, RebuildLog rebuilds, Moments moments)
{
    private const int MostPoison = 100;

    private sealed record State(TableSetState? Tables, long Last, int Program, IReadOnlyList<Poison> Poison, RebuildStatus? Rebuild);

    private sealed record Poison(long Sequence, string Table, Guid Event, Guid Stream, string Type, string Reason, DateTime At);

    public void AddTo(ObjectGraphType query) => query.AddField(Plain.Root("projectionState",
        "How far the tables are behind the events. In the past: of the tables that answer for the moment, with the last rebuild that had ended by then.", Plain.Of<State>("ProjectionState",
        "How far the tables are behind the events.",
        ("version", Scalars.Int, state => state.Tables?.Version), ("programVersion", Scalars.Int.Required(), state => state.Program),
        ("state", Scalars.Text, state => state.Tables?.State), ("sequence", Scalars.Long.Required(), state => state.Tables?.Sequence ?? 0),
        ("lastEventSequence", Scalars.Long.Required(), state => state.Last), ("lag", Scalars.Long.Required(), state => Math.Max(0, state.Last - (state.Tables?.Sequence ?? 0))),
        ("builtAt", MomentScalar.Instance, state => state.Tables?.BuiltAt), ("movedAt", MomentScalar.Instance, state => state.Tables?.MovedAt),
        ("poisonEvents", Plain.ListOf(PoisonType()), state => state.Poison), ("lastRebuild", RebuildType(), state => state.Rebuild)), Read, Moments.Arguments()));

    private static ObjectGraphType PoisonType() => Plain.Of<Poison>("PoisonEvent", "An event that a table could not take in.",
        ("sequence", Scalars.Long.Required(), poison => poison.Sequence), ("table", Scalars.Text.Required(), poison => poison.Table),
        ("eventId", Scalars.Id.Required(), poison => poison.Event), ("streamId", Scalars.Id.Required(), poison => poison.Stream),
        ("eventType", Scalars.Text.Required(), poison => poison.Type), ("reason", Scalars.Text.Required(), poison => poison.Reason),
        ("recordedAt", MomentScalar.Instance.Required(), poison => poison.At));

    private static ObjectGraphType RebuildType() => Plain.Of<RebuildStatus>("Rebuild", "A rebuild of the tables.",
        ("id", Scalars.Id.Required(), rebuild => rebuild.RebuildId), ("table", Scalars.Text, rebuild => rebuild.Table),
        ("requestedBy", Scalars.Text.Required(), rebuild => rebuild.RequestedBy), ("startedAt", MomentScalar.Instance.Required(), rebuild => rebuild.StartedAt),
        ("endedAt", MomentScalar.Instance, rebuild => rebuild.EndedAt), ("state", Scalars.Text.Required(), rebuild => rebuild.State),
        ("events", Scalars.Long.Required(), rebuild => rebuild.Events), ("total", Scalars.Long.Required(), rebuild => rebuild.Total),
        ("report", JsonScalar.Instance.Required(), rebuild => System.Text.Json.JsonSerializer.Serialize(rebuild.Report, ChimeraJson.Stored)), ("error", Scalars.Text, rebuild => rebuild.Error));

    private async Task<object?> Read(IResolveFieldContext context)
    {
        var cancellation = context.CancellationToken;
        if (await moments.View(context) is not { } then)
            return await Of(TableSet.LiveSchema, await log.Last(cancellation), (await rebuilds.List(1, cancellation)).SingleOrDefault(), cancellation);
        var (last, at) = await moments.End(then, context);
        return await Of(then.Schema, last, (await rebuilds.List(int.MaxValue, cancellation)).FirstOrDefault(rebuild => rebuild.EndedAt <= at), cancellation);
    }

    private async Task<State> Of(string schema, long last, RebuildStatus? rebuild, CancellationToken cancellation)
    {
        var state = await TableSetState.Of(database, schema, cancellation);
        return new(state, last, set.Version, state is null ? [] : await ReadPoison(schema, cancellation), rebuild);
    }

    private async Task<List<Poison>> ReadPoison(string schema, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            select sequence, table_name, event_id, stream_id, event_type, reason, recorded_at from {schema}.poison_events order by sequence desc limit {MostPoison}
            """);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Poison>();
        while (await row.ReadAsync(cancellation))
            found.Add(new(row.GetInt64(0), row.GetString(1), row.GetGuid(2), row.GetGuid(3), row.GetString(4), row.GetString(5), row.GetDateTime(6)));
        return found;
    }
}
