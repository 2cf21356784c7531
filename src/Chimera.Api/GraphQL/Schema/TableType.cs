using Chimera.Projections.Tables;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>A table in the schema, made from its description: type, connection, filter and orders.</summary>
internal sealed class TableType
{
    public TableType(TableDescription table, TableName name, SharedTypes shared)
    {
        (Table, Name) = (table, name);
        Orders = Order.Of([.. table.Columns.Select(column => column.Name)]);
        Filter = new FilterType(table, name.Type, shared);
        OrderBy = new EnumerationGraphType { Name = $"{name.Type}Order" };
        foreach (var order in Orders) OrderBy.Add(order.Name, order);
        Graph = new ObjectGraphType { Name = name.Type };
        Graph.AddField(new ColumnField("id", table.Columns.Single(column => column.Name == table.Key), Scalars.Id));
        foreach (var column in table.Columns) Graph.AddField(new ColumnField(Camel(column.Name), column, shared.Of(column)));
        PageInfo = shared.PageInfo;
        Edge = MakeEdge();
        Connection = MakeConnection();
    }

    public TableDescription Table { get; }
    public TableName Name { get; }
    public Order[] Orders { get; }
    public ObjectGraphType Graph { get; }
    public ObjectGraphType PageInfo { get; }
    public ObjectGraphType Edge { get; }
    public ObjectGraphType Connection { get; }
    public FilterType Filter { get; }
    public EnumerationGraphType OrderBy { get; }

    public QueryArgument[] PageArguments() =>
    [
        new(Scalars.Int) { Name = "first", Description = "1 to 200, 50 by default." }, new(Scalars.Text) { Name = "after" },
        new(Scalars.Int) { Name = "last", Description = "1 to 200." }, new(Scalars.Text) { Name = "before" },
        new(Filter) { Name = "filter" }, new(OrderBy) { Name = "orderBy", DefaultValue = Orders[0] }
    ];

    /// <summary>snake_case to camelCase.</summary>
    public static string Camel(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private ObjectGraphType MakeEdge()
    {
        var edge = new ObjectGraphType { Name = $"{Name.Type}Edge" };
        edge.AddField(new FieldType { Name = "cursor", ResolvedType = new NonNullGraphType(Scalars.Text) });
        edge.AddField(new FieldType { Name = "node", ResolvedType = new NonNullGraphType(Graph) });
        return edge;
    }

    private ObjectGraphType MakeConnection()
    {
        var connection = new ObjectGraphType { Name = $"{Name.Type}Connection" };
        connection.AddField(new FieldType { Name = "edges", ResolvedType = ListOf(Edge) });
        connection.AddField(new FieldType { Name = "nodes", ResolvedType = ListOf(Graph), Description = "The rows without their cursors." });
        connection.AddField(new FieldType { Name = "pageInfo", ResolvedType = new NonNullGraphType(PageInfo) });
        return connection;
    }

    private static NonNullGraphType ListOf(IGraphType item) => new(new ListGraphType(new NonNullGraphType(item)));
}
