using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>The scalars, one instance each, as the schema wants it.</summary>
internal static class Scalars
{
    public static readonly IdGraphType Id = new();
    public static readonly StringGraphType Text = new();
    public static readonly IntGraphType Int = new();
    public static readonly LongGraphType Long = new();
    public static readonly DecimalGraphType Decimal = new();
    public static readonly BooleanGraphType Bool = new();
}
