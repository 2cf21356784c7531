using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using GraphQL;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Watching;

/// <summary>A field of the subscriptions: rows of a table as they change, all or some.</summary>
internal sealed class WatchedField : FieldType
{
    public WatchedField(string name, TableType target, string[] arguments)
    {
        (Name, Target, ResolvedType) = (name, target, target.Graph);
        Arguments = [.. arguments.Select(argument => Plain.Argument(argument, ((ColumnField)target.Graph.GetField(argument)!).ValueType))];
    }

    public TableType Target { get; }

    /// <summary>The rows that are meant, as a filter.</summary>
    public PageRequest Chosen(IResolveFieldContext context)
    {
        var filter = new Dictionary<string, object?>();
        foreach (var argument in Arguments!)
            if (context.Value<object>(argument.Name) is { } value)
                filter[argument.Name == "id" ? TableType.Camel(Target.Table.Key) : argument.Name] = new Dictionary<string, object?> { ["eq"] = value };
        return PageRequest.All(Target, filter);
    }
}
