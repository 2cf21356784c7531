using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Rest;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL;

/// <summary>What a request may ask for: how deep, how many fields in the answer, and by which method. Looked at before anything is read.</summary>
internal sealed class Limits : DocumentExecutionListenerBase
{
    public const int Deepest = 15, Most = 20_000;
    private const int ListedRows = 10;

    private readonly bool isGet;

    public Limits() => OfGet = new Limits(this);

    private Limits(Limits _) => (isGet, OfGet) = (true, this);

    /// <summary>The same for a GET, which may change nothing.</summary>
    public Limits OfGet { get; }

    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (!validationResult.IsValid) return Task.CompletedTask;
        if (context.Operation.Operation == OperationType.Mutation)
        {
            context.Errors.Add(isGet ? Failures.Error(Failures.Method, "A GET changes nothing.") : Failures.Error(Failures.Operation, "Nothing can be changed here: writes go through REST."));
            return Task.CompletedTask;
        }
        var walk = new Walk(context);
        var fields = walk.Count(context.Operation.SelectionSet, RootOf(context), 1);
        if (walk.Depth > Deepest) context.Errors.Add(Failures.Error(Failures.Depth, $"The query is {walk.Depth} fields deep; {Deepest} are allowed."));
        else if (fields > Most) context.Errors.Add(Failures.Error(Failures.Complexity, $"The answer could have {fields:0} fields; {Most} are allowed."));
        return Task.CompletedTask;
    }

    private static IComplexGraphType? RootOf(IExecutionContext context) =>
        context.Operation.Operation == OperationType.Subscription ? context.Schema.Subscription : context.Schema.Query;

    /// <summary>Counts the fields that an answer can have at most. Introspection is exempt: it is deep, and as large as the schema and no larger.</summary>
    private sealed class Walk(IExecutionContext context)
    {
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
            if (depth > Deepest) return 0; // deep enough to be refused; no need to look further
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
}
