using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Rest;
using Chimera.Projections;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using GraphQL;
using GraphQL.Types;
using Npgsql;

namespace Chimera.Api.GraphQL.Past;

/// <summary>Why things are as they are: the events of a row, and the one that last set a field.</summary>
internal sealed class Histories(EventType events, TableSet set, EventLog log, RowHistory rows, Moments moments, NpgsqlDataSource database)
{
    public const int Usual = 200, Most = 1000;

    public void AddTo(ObjectGraphType query)
    {
        query.AddField(Plain.Root("history", "The events of any row, oldest first.", Plain.ListOf(events.Graph), History,
            [Plain.Argument("id", Scalars.Id.Required()), Plain.Argument("first", Scalars.Int, $"1 to {Most}.", Usual),
                Plain.Argument("afterVersion", Scalars.Long, byDefault: 0L), .. Moments.Arguments()]));
        query.AddField(Plain.Root("why", "The event that last set a field of a row.",
            Plain.Of<Cause>("Cause", "Why a field has its value.", ("event", events.Graph.Required(), cause => cause.Event),
                ("actor", Scalars.Text, cause => cause.Event.User), ("traceId", Scalars.Text, cause => cause.Event.TraceId),
                ("before", JsonScalar.Instance, cause => Values.Json(cause.Before)), ("after", JsonScalar.Instance, cause => Values.Json(cause.After))), Why,
            [Plain.Argument("table", TableNames.Type.Required()), Plain.Argument("id", Scalars.Id.Required()),
                Plain.Argument("field", Scalars.Text.Required(), "As it is called here, or in the table."), .. Moments.Arguments()]));
    }

    private async Task<object?> History(IResolveFieldContext context)
    {
        var (id, first, after) = (Ids.Read(context.Value<object>("id"), "id"), context.Value<int?>("first") ?? Usual, context.Value<long?>("afterVersion") ?? 0);
        return await Read(id, first, after, await moments.Number(context), context.CancellationToken);
    }

    /// <summary>The events of a row, oldest first.</summary>
    /// <param name="after">Only events after this version.</param>
    /// <param name="upTo">Events after this sequence are left out; null for none.</param>
    public async Task<StoredEvent[]> Read(Guid id, int first, long after, long? upTo, CancellationToken cancellation)
    {
        if (first is < 1 or > Most) throw new RefusedRequestException(400, "page.limit", $"first is 1 to {Most}.");
        var found = await log.ReadStream(id, after, upTo, first, cancellation);
        return found.Count == 0 && after == 0 ? await OfAuditEntry(id, upTo, cancellation) : [.. found];
    }

    /// <summary>A row of the audit log is made of one event, which has the row's id.</summary>
    private async Task<StoredEvent[]> OfAuditEntry(Guid id, long? upTo, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select stream_id from {TableSet.LiveSchema}.{AuditLogTable.Description.Name} where {AuditLogTable.Description.Key} = $1");
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(cancellation) is Guid stream
            ? [.. (await log.ReadStream(stream, cancellation)).Where(one => one.Id == id && one.Sequence <= (upTo ?? long.MaxValue))]
            : [];
    }

    private async Task<object?> Why(IResolveFieldContext context)
    {
        var (table, field) = (set.Find(context.Value<string>("table")!)!, context.Value<string>("field"));
        var column = table.Columns.FirstOrDefault(one => TableType.Camel(one.Name) == field)?.Name ?? field!;
        return await rows.Why(table, Ids.Read(context.Value<object>("id"), "id"), column, await moments.Number(context), context.CancellationToken);
    }
}
