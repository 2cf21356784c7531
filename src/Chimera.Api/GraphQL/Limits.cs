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
        var walk = new AnswerSize(context);
        var fields = walk.Count(context.Operation.SelectionSet, RootOf(context), 1);
        if (walk.Depth > Deepest) context.Errors.Add(Failures.Error(Failures.Depth, $"The query is {walk.Depth} fields deep; {Deepest} are allowed."));
        else if (fields > Most) context.Errors.Add(Failures.Error(Failures.Complexity, $"The answer could have {fields:0} fields; {Most} are allowed."));
        return Task.CompletedTask;
    }

    private static IComplexGraphType? RootOf(IExecutionContext context) =>
        context.Operation.Operation == OperationType.Subscription ? context.Schema.Subscription : context.Schema.Query;
}
