using System.Text.Json;
using Chimera.Api.GraphQL.Figures;
using Chimera.Api.GraphQL.Schema;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>Turns a selection of the document into a plan.</summary>
internal sealed class PlanBuilder
{
    private readonly Selections selections;
    private readonly Plan plan;

    private PlanBuilder(Selections selections, TableType type, KnownColumns known) =>
        (this.selections, plan) = (selections, new Plan(type, known));

    public static Plan OfRow(Selections selections, TableType type, IEnumerable<GraphQLField> asked, KnownColumns known)
    {
        var builder = new PlanBuilder(selections, type, known);
        builder.plan.Fields = builder.Row(type, Plan.Alias, asked);
        return builder.Finish();
    }

    public static Plan OfPage(Selections selections, TableType type, IEnumerable<GraphQLField> asked, KnownColumns known)
    {
        var builder = new PlanBuilder(selections, type, known);
        builder.plan.Connection = [.. selections.Below(asked, type.Connection).Select(builder.PagePart)];
        return builder.Finish();
    }

    private Plan Finish()
    {
        plan.Lasts = !selections.SawDirectives && plan.Children.TrueForAll(child => child.Plan.Lasts);
        return plan.Finish();
    }

    private Shown[] Row(TableType type, string alias, IEnumerable<GraphQLField> asked) =>
        [.. selections.Below(asked, type.Graph).Select(field => Shown(type, alias, field))];

    private Shown Shown(TableType type, string alias, Selected field) => type.Graph.GetField(field.Name) switch
    {
        ColumnField column => new ShownCell(field.Key, plan.Read(alias, type, column.Column.Name), column.Cell),
        OneField one => One(alias, one, field),
        FiguresField figures => Figures(alias, figures, field),
        PageField many => Many(type, alias, many, field),
        _ => new ShownType(field.Key, JsonEncodedText.Encode(type.Name.Type))
    };

    private ShownOne One(string alias, OneField one, Selected field)
    {
        var to = plan.Join(one.Relation.Join, alias, one.Target.Table.Key);
        return new(field.Key, plan.Read(to, one.Target, one.Target.Table.Key), Row(one.Target, to, field.Fields));
    }

    private ShownFigures Figures(string alias, FiguresField figures, Selected field)
    {
        var to = plan.Join(figures.Join, alias);
        return new(field.Key, [.. selections.Below(field.Fields, figures.Graph).Select(one => figures.Graph.GetField(one.Name) is FigureField figure
            ? new ShownCell(one.Key, plan.Read(figure.Sql.Replace("{to}", to, StringComparison.Ordinal), figure.Cell), figure.Cell)
            : (Shown)new ShownType(one.Key, JsonEncodedText.Encode(figures.Graph.Name)))]);
    }

    private ShownMany Many(TableType type, string alias, PageField many, Selected field)
    {
        var parent = plan.Read(alias, type, type.Table.Key);
        plan.Children.Add(new(many.Relation!, OfPage(selections, many.Target, field.Fields, plan.Known), field.Fields[0], parent, alias == Plan.Alias));
        return new(field.Key, plan.Children.Count - 1, parent);
    }

    private ShownPage PagePart(Selected part) => part.Name switch
    {
        "edges" => new ShownEdges(part.Key, [.. selections.Below(part.Fields, plan.Type.Edge).Select(EdgePart)]),
        "nodes" => new ShownNodes(part.Key, Row(plan.Type, Plan.Alias, part.Fields)),
        "pageInfo" => new ShownPageInfo(part.Key, [.. selections.Below(part.Fields, plan.Type.PageInfo).Select(Info)]),
        _ => new ShownPageType(part.Key, JsonEncodedText.Encode(plan.Type.Connection.Name))
    };

    private ShownEdge EdgePart(Selected part) => part.Name switch
    {
        "node" => new(part.Key, Reading.EdgePart.Node, Row(plan.Type, Plan.Alias, part.Fields), default),
        "cursor" => Placed(new ShownEdge(part.Key, Reading.EdgePart.Cursor, [], default)),
        _ => new(part.Key, Reading.EdgePart.TypeName, [], JsonEncodedText.Encode(plan.Type.Edge.Name))
    };

    private (JsonEncodedText, string) Info(Selected part) => part.Name.EndsWith("Cursor", StringComparison.Ordinal) ? Placed((part.Key, part.Name)) : (part.Key, part.Name);

    /// <summary>Cursors are made of columns that nobody may have selected.</summary>
    private T Placed<T>(T shown)
    {
        var orders = plan.Type.Orders;
        int Ordinal(string column) => plan.Read(Plan.Alias, plan.Type, column);
        plan.Place ??= (orders.Select(order => order.Rank).FirstOrDefault(rank => rank is not null) is { } rank ? Ordinal(rank) : 0, Ordinal(orders[0].Time), Ordinal(plan.Type.Table.Key));
        return shown;
    }
}
