using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Rest;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL;

/// <summary>Counts the fields that an answer can have at most. Introspection is exempt: it is deep, and as large as the schema and no larger.</summary>
internal sealed class AnswerSize(IExecutionContext context)
{
    private const int ListedRows = 10;

    public int Depth { get; private set; }

    public double Count(GraphQLSelectionSet? set, IComplexGraphType? type, int depth)
    {
        if (set is null || type is null) return 0;
        double fields = 0;
        foreach (var node in set.Selections)
        {
            if (node is GraphQLField field) fields += Count(field, type, depth);
            else if (node is GraphQLInlineFragment inline) fields += Count(inline.SelectionSet, type, depth);
            else if (node is GraphQLFragmentSpread spread) fields += Count(context.Document.Fragment(spread)?.SelectionSet, type, depth);
        }
        return fields;
    }

    private double Count(GraphQLField field, IComplexGraphType type, int depth)
    {
        if (field.Name.Value.Span.StartsWith("__") || type.GetField(field.Name.Value) is not { } definition) return 0;
        Depth = Math.Max(Depth, depth);
        if (depth > Limits.Deepest) return 0; // deep enough to be refused; no need to look further
        return 1 + Rows(field, definition) * Count(field.SelectionSet, definition.ResolvedType?.GetNamedType() as IComplexGraphType, depth + 1);
    }

    private double Rows(GraphQLField field, FieldType definition)
    {
        if (definition is not PageField) return IsList(definition.ResolvedType) && definition.Name is not ("edges" or "nodes") ? ListedRows : 1;
        if (context.ArgumentValues is null || !context.ArgumentValues.TryGetValue(field, out var arguments)) return PageQuery.Default;
        int? Value(string name) => arguments.TryGetValue(name, out var argument) ? argument.Value as int? : null;
        return Math.Clamp(Value("first") ?? Value("last") ?? PageQuery.Default, 1, PageQuery.Largest);
    }

    private static bool IsList(IGraphType? type) => type is ListGraphType || (type is NonNullGraphType { ResolvedType: ListGraphType });
}
