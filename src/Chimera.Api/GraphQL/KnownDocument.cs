using Chimera.Api.GraphQL.Reading;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL;

/// <summary>A document that was found valid, and where in it values stand.</summary>
internal sealed class KnownDocument
{
    private readonly HashSet<GraphQLFragmentDefinition> opened = [];

    public KnownDocument(GraphQLDocument document, ISchema schema)
    {
        Document = document;
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToArray();
        IsPlain = operations.Length == 1;
        foreach (var definition in operations[0].Variables?.Items ?? [])
        {
            if (TypeOf(definition.Type, schema) is { } type) Variables.Add((definition.Variable.Name.StringValue, definition, type));
            else IsPlain = false;
        }
        Walk(operations[0].SelectionSet, operations[0].Operation == OperationType.Subscription ? schema.Subscription : schema.Query);
    }

    public GraphQLDocument Document { get; }

    /// <summary>One operation, variables that are scalars, and no directive.</summary>
    public bool IsPlain { get; private set; }

    public List<(string Name, GraphQLVariableDefinition Definition, ScalarGraphType Type)> Variables { get; } = [];

    /// <summary>The fields that are given arguments.</summary>
    public List<(GraphQLField Field, QueryArguments Arguments)> Fields { get; } = [];

    private static ScalarGraphType? TypeOf(GraphQLType type, ISchema schema) => type switch
    {
        GraphQLNonNullType required => TypeOf(required.Type, schema),
        GraphQLNamedType named => schema.AllTypes[named.Name.Value] as ScalarGraphType,
        _ => null
    };

    private void Walk(GraphQLSelectionSet? set, IComplexGraphType? type)
    {
        foreach (var node in set?.Selections ?? [])
        {
            if (node is IHasDirectivesNode { Directives.Count: > 0 }) IsPlain = false;
            if (node is GraphQLInlineFragment inline) Walk(inline.SelectionSet, type);
            else if (node is GraphQLFragmentSpread spread && Document.Fragment(spread) is { } fragment && opened.Add(fragment)) Walk(fragment.SelectionSet, type);
            else if (node is GraphQLField field) Walk(field, type);
        }
    }

    private void Walk(GraphQLField field, IComplexGraphType? type)
    {
        // Introspection is walked through by the library.
        if (type?.GetField(field.Name.Value) is not { } definition) IsPlain = IsPlain && field.Name.Value == "__typename";
        else
        {
            if (field.Arguments?.Count > 0 && definition.Arguments is { } arguments) Fields.Add((field, arguments));
            Walk(field.SelectionSet, definition.ResolvedType?.GetNamedType() as IComplexGraphType);
        }
    }
}
