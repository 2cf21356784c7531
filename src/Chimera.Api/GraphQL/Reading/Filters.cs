using System.Collections;
using Chimera.Api.Rest;
using Chimera.Projections.Tables;
using NpgsqlTypes;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>The conditions of a filter, in SQL.</summary>
internal static class Filters
{
    /// <param name="parameter">Adds a value to the statement and gives its place in it.</param>
    public static IEnumerable<string> Of(PageRequest page, string alias, Func<object, NpgsqlDbType, string> parameter)
    {
        foreach (var (field, comparison) in page.Filter ?? new Dictionary<string, object?>())
        {
            if (comparison is not IDictionary<string, object?> operators) continue;
            var column = page.Type.Filter[field];
            foreach (var (name, value) in operators)
                if (value is not null) yield return Condition($"{alias}.{column.Name}", column.Declaration, field, name, value, parameter);
        }
    }

    private static string Condition(string column, Declaration declaration, string field, string name, object value, Func<object, NpgsqlDbType, string> parameter)
    {
        var type = declaration.IsArray ? NpgsqlDbType.Uuid : declaration.ParameterType;
        string One(object? one) => parameter(ValueOf(one, type, field), type);
        return name switch
        {
            "contains" => $"{One(value)} = any({column})",
            "gte" => $"{column} >= {One(value)}",
            "lt" => $"{column} < {One(value)}",
            // One value is compared as one: an index whose order goes on after this column still gives the rows in order.
            "in" when value is IList { Count: 1 } list => $"{column} = {One(list[0])}",
            "in" => $"{column} = any({parameter(((IEnumerable)value).Cast<object?>().Select(one => ValueOf(one, type, field)).ToArray(), NpgsqlDbType.Array | type)})",
            _ => $"{column} = {One(value)}"
        };
    }

    private static object ValueOf(object? value, NpgsqlDbType type, string field) => type == NpgsqlDbType.Uuid ? Ids.Read(value, field) : value!;
}

/// <summary>Ids as they come in.</summary>
internal static class Ids
{
    public static Guid Read(object? value, string name) => value is Guid id || Guid.TryParse(value?.ToString(), out id)
        ? id
        : throw new RefusedRequestException(400, "request.parameter", $"{name} is a UUID.");
}
