using Chimera.Api.GraphQL.Reading;
using GraphQL;
using GraphQL.Execution;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Chimera.Api.GraphQL.Watching;

/// <summary>Executes subscriptions as usual, but for rows: they come read, and write themselves.</summary>
internal sealed class WatchingStrategy() : SubscriptionExecutionStrategy(new WrittenStrategy())
{
    protected override ValueTask<ExecutionResult> ProcessDataAsync(ExecutionContext context, ExecutionNode node, object? value)
    {
        if (node.FieldDefinition is not WatchedField) return base.ProcessDataAsync(context, node, value);
        var written = new WrittenNode(node.Parent, node.GraphType, node.Field, node.FieldDefinition) { Result = value };
        return new(new ExecutionResult { Executed = true, Data = new RootExecutionNode(null!, null) { SubFields = [written] } });
    }
}
