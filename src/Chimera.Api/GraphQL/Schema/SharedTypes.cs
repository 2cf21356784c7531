using System.Reflection;
using Chimera.Api.GraphQL.Reading;
using Chimera.Domain;
using Chimera.Projections.Tables;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>
/// The types that tables share: how pages are told of, how values are compared, and an enum for each enum of words that a column has, spelled as the
/// specification spells them. A schema has its own: the library does not let two share one.
/// </summary>
internal sealed class SharedTypes
{
    private readonly Dictionary<Type, EnumerationGraphType> types = [];
    private readonly Dictionary<string, InputObjectGraphType> comparisons = [];

    public ObjectGraphType PageInfo { get; } = MakePageInfo();

    /// <summary>The type of a column's values.</summary>
    public IGraphType Of(Column column) => column.Words is { } words ? Of(words) : Cell.Of(column.Declaration).Graph;

    /// <summary>How a column's values can be compared; null for those that cannot.</summary>
    public InputObjectGraphType? Comparison(Column column) => column.Declaration switch
    {
        { Type: "jsonb" or "inet" } => null,
        { IsArray: true } => Comparison("IDs", Scalars.Id, "contains"),
        { Type: "timestamptz" } => Comparison("DateTime", MomentScalar.Instance, "gte", "lt"),
        { Type: "integer" or "bigint" } or { Type: ['n', 'u', 'm', ..] } => Comparison(Of(column).Name, Of(column), "eq", "in", "gte", "lt"),
        _ => Comparison(Of(column).Name, Of(column), "eq", "in")
    };

    private InputObjectGraphType Comparison(string name, IGraphType value, params string[] operators)
    {
        if (comparisons.TryGetValue(name, out var known)) return known;
        var type = new InputObjectGraphType { Name = $"{name}Comparison" };
        foreach (var one in operators)
            type.AddField(new FieldType { Name = one, ResolvedType = one == "in" ? new ListGraphType(new NonNullGraphType(value)) : value });
        return comparisons[name] = type;
    }

    private EnumerationGraphType Of(Type words)
    {
        if (types.TryGetValue(words, out var known)) return known;
        // The published statuses of a task are its status here; the finer ones of the rules are not shown.
        var type = new EnumerationGraphType { Name = words.Name.Replace("Public", "", StringComparison.Ordinal) };
        foreach (var value in Enum.GetValues(words))
        {
            var word = (string)NameOf.MakeGenericMethod(words).Invoke(null, [value])!;
            type.Add(word, word);
        }
        return types[words] = type;
    }

    private static readonly MethodInfo NameOf = typeof(ChimeraJson).GetMethod(nameof(ChimeraJson.NameOf))!;

    private static ObjectGraphType MakePageInfo()
    {
        var info = new ObjectGraphType { Name = "PageInfo" };
        foreach (var name in new[] { "hasNextPage", "hasPreviousPage" }) info.AddField(new FieldType { Name = name, ResolvedType = new NonNullGraphType(Scalars.Bool) });
        foreach (var name in new[] { "startCursor", "endCursor" }) info.AddField(new FieldType { Name = name, ResolvedType = Scalars.Text });
        return info;
    }
}
