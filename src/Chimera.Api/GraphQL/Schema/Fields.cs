using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Reading;
using Chimera.Projections.Tables;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>A field that is a column.</summary>
internal sealed class ColumnField : FieldType
{
    public ColumnField(string name, Column column, IGraphType type)
    {
        (Name, Column, Cell, ValueType) = (name, column, Cell.Of(column.Declaration), type);
        ResolvedType = column.Declaration.NotNull || column.Declaration.IsKey ? new NonNullGraphType(type) : type;
    }

    public Column Column { get; }
    public Cell Cell { get; }

    /// <summary>The type of its values, whether or not it may have none.</summary>
    public IGraphType ValueType { get; }
}

/// <summary>A field that is one other row.</summary>
internal sealed class OneField : FieldType
{
    public OneField(ToOne relation, TableType target) => (Name, Relation, Target, ResolvedType) = (relation.Name, relation, target, target.Graph);

    public ToOne Relation { get; }
    public TableType Target { get; }
}

/// <summary>A field that is a page of rows.</summary>
internal sealed class PageField : FieldType
{
    public PageField(string name, TableType target, ToMany? relation = null)
    {
        (Name, Target, Relation, Arguments) = (name, target, relation, relation is null ? [.. target.PageArguments(), .. Moments.Arguments()] : [.. target.PageArguments()]);
        ResolvedType = relation is null ? target.Connection : new NonNullGraphType(target.Connection);
    }

    public TableType Target { get; }

    /// <summary>Null at the root, where all rows of the table are meant.</summary>
    public ToMany? Relation { get; }
}

/// <summary>A field at the root that is one row by its key.</summary>
internal sealed class RowField : FieldType
{
    public RowField(string name, TableType target) =>
        (Name, Target, ResolvedType, Arguments) = (name, target, target.Graph, [Plain.Argument("id", Scalars.Id.Required()), .. Moments.Arguments()]);

    public TableType Target { get; }
}
