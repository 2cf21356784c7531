using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Rest;
using Chimera.Projections;
using GraphQL;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Past;

/// <summary>The rows that changed between two moments.</summary>
internal sealed class Differences(TableSet set, RowHistory rows, Moments moments)
{
    private sealed record Found(IReadOnlyList<RowDifference> Rows, Guid? Next);

    public void AddTo(ObjectGraphType query)
    {
        var row = Plain.Of<RowDifference>("RowDifference", "A row that is not the same at two moments.",
            ("table", TableNames.Type.Required(), one => one.Table.Name), ("id", Scalars.Id.Required(), one => one.Id), ("change", Scalars.Text.Required(), one => one.Change),
            ("fields", Plain.ListOf(Scalars.Text), one => one.Columns.Select(TableType.Camel)), ("before", JsonScalar.Instance, one => Values.Json(one.Table, one.Before)),
            ("after", JsonScalar.Instance.Required(), one => Values.Json(one.Table, one.After)));
        var page = Plain.Of<Found>("Differences", "A page of rows that changed.", ("rows", Plain.ListOf(row), found => found.Rows),
            ("next", Scalars.Id, found => found.Next), ("hasNextPage", Scalars.Bool.Required(), found => found.Next is not null));
        query.AddField(Plain.Root("diff", "The rows that changed after one moment and up to another; when that is left away, up to `asOf`, or to now. All tables but the audit log, which only grows.", page, Read,
            [Plain.Argument("from", MomentScalar.Instance), Plain.Argument("fromSequence", Scalars.Long), Plain.Argument("to", MomentScalar.Instance),
            Plain.Argument("toSequence", Scalars.Long), Plain.Argument("table", TableNames.Type), Plain.Argument("first", Scalars.Int, "1 to 200 rows are looked at.", PageQuery.Default),
            Plain.Argument("after", Scalars.Id, "The `next` of the page before."), .. Moments.Arguments()]));
    }

    private async Task<object?> Read(IResolveFieldContext context)
    {
        var from = await moments.Number(context, "from", "fromSequence") ?? throw new RefusedRequestException(400, "request.parameter", "from or fromSequence is needed.");
        var end = await moments.Number(context) ?? long.MaxValue;
        var to = await moments.Number(context, "to", "toSequence") ?? end;
        if (from > to || to > end) throw new RefusedRequestException(400, "request.parameter", "from lies before to, and to not behind asOf.");
        var first = context.Value<int?>("first") ?? PageQuery.Default;
        if (first is < 1 or > PageQuery.Largest) throw new RefusedRequestException(400, "page.limit", $"first is 1 to {PageQuery.Largest}.");
        Guid? after = context.Value<object>("after") is { } id ? Ids.Read(id, "after") : null;
        var (found, next) = await rows.Diff(from, to, context.Value<string>("table") is { } table ? set.Find(table) : null, after, first, context.CancellationToken);
        return new Found(found, next);
    }
}
