using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>A field as it was asked for, perhaps in several places.</summary>
internal sealed record Selected(JsonEncodedText Key, string Name, List<GraphQLField> Fields);

/// <summary>Walks the selections of one request: fragments are opened, <c>@skip</c> and <c>@include</c> obeyed, fields of one response key joined.</summary>
internal sealed class Selections(IExecutionContext context)
{
    /// <summary>True when a directive was met, so that another request may select otherwise.</summary>
    public bool SawDirectives { get; private set; }

    /// <summary>What is selected below fields that share a response key.</summary>
    public List<Selected> Below(IEnumerable<GraphQLField> fields, IObjectGraphType type)
    {
        var found = new List<Selected>();
        foreach (var field in fields)
            if (field.SelectionSet is { } set) Collect(set, type, found);
        return found;
    }

    private void Collect(GraphQLSelectionSet set, IObjectGraphType type, List<Selected> found)
    {
        foreach (var node in set.Selections)
        {
            if (!Includes(node)) continue;
            if (node is GraphQLField field) Add(field, found);
            else if (node is GraphQLInlineFragment inline && Fits(inline.TypeCondition, type)) Collect(inline.SelectionSet, type, found);
            else if (node is GraphQLFragmentSpread spread && context.Document.Fragment(spread) is { } fragment && Fits(fragment.TypeCondition, type)) Collect(fragment.SelectionSet, type, found);
        }
    }

    private static void Add(GraphQLField field, List<Selected> found)
    {
        var key = (field.Alias?.Name ?? field.Name).StringValue;
        if (found.Find(one => one.Key.Value == key) is { } known) known.Fields.Add(field);
        else found.Add(new(JsonEncodedText.Encode(key), field.Name.StringValue, [field]));
    }

    private bool Includes(ASTNode node)
    {
        if (node is not IHasDirectivesNode { Directives.Count: > 0 }) return true;
        SawDirectives = true;
        if (context.DirectiveValues is null || !context.DirectiveValues.TryGetValue(node, out var directives)) return true;
        bool? If(string name) => directives.TryGetValue(name, out var directive) ? (bool)directive.Arguments["if"].Value! : null;
        return If("skip") != true && If("include") != false;
    }

    private static bool Fits(GraphQLTypeCondition? condition, IObjectGraphType type) => condition is null || condition.Type.Name.Value == type.Name;
}

internal static class Fragments
{
    public static GraphQLFragmentDefinition? Fragment(this GraphQLDocument document, GraphQLFragmentSpread spread) =>
        document.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(one => one.FragmentName.Name.Value == spread.FragmentName.Name.Value);
}
