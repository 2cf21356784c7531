using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Figures;

/// <summary>A field of a row that is an object of figures, read in the same statement.</summary>
/// <remarks>Its columns are SQL over the alias <c>{to}</c> of its join.</remarks>
internal sealed class FiguresField : FieldType
{
    public FiguresField(string name, string join, ObjectGraphType type) => (Name, Join, Graph, ResolvedType) = (name, join, type, type.Required());

    public string Join { get; }
    public ObjectGraphType Graph { get; }
}

internal sealed class FigureField : FieldType
{
    public FigureField(string name, string sql) => (Name, Sql, ResolvedType) = (name, sql, Scalars.Int.Required());

    public string Sql { get; }
    public Cell Cell { get; } = Cell.Int;
}
