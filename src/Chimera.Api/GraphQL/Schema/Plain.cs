using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>How types and fields that are no tables are declared.</summary>
internal static class Plain
{
    public static ObjectGraphType Of<T>(string name, string description, params (string Name, IGraphType Type, Func<T, object?> Value)[] fields) where T : class
    {
        var type = new ObjectGraphType { Name = name, Description = description };
        foreach (var field in fields)
            type.AddField(new FieldType { Name = field.Name, ResolvedType = field.Type, Resolver = new FuncFieldResolver<object>(context => field.Value((T)context.Source!)) });
        return type;
    }

    /// <summary>A field at the root. None is required to have a value: one that fails takes no other with it.</summary>
    public static FieldType Root(string name, string description, IGraphType type, Func<IResolveFieldContext, Task<object?>> answer, params QueryArgument[] arguments) => new()
    {
        Name = name, Description = description, ResolvedType = type is NonNullGraphType required ? required.ResolvedType : type, Arguments = [.. arguments],
        Resolver = new FuncFieldResolver<object>(context => new ValueTask<object?>(answer(context)))
    };

    public static QueryArgument Argument(string name, IGraphType type, string? description = null, object? byDefault = null) =>
        new(type) { Name = name, Description = description, DefaultValue = byDefault };

    public static T? Value<T>(this IResolveFieldContext context, string name) =>
        context.Arguments is { } all && all.TryGetValue(name, out var argument) ? (T?)argument.Value : default;

    public static IGraphType Required(this IGraphType type) => new NonNullGraphType(type);

    public static IGraphType ListOf(IGraphType item) => item.Required().AsList().Required();

    private static ListGraphType AsList(this IGraphType item) => new(item);
}
