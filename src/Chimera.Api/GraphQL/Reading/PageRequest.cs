using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Rest;
using GraphQL.Execution;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>Which page of a list is wanted: how many rows, in which order, behind which cursor, under which conditions.</summary>
internal sealed record PageRequest(TableType Type, Order Order, int Size, bool Backwards, Cursor? Place, IDictionary<string, object?>? Filter)
{
    /// <summary>The list that its cursors belong to.</summary>
    public string List => $"{Type.Table.Name}/{Order.Name}";

    /// <summary>Not a page, but all rows that meet a filter.</summary>
    public static PageRequest All(TableType type, IDictionary<string, object?> filter) => new(type, type.Orders[0], PageQuery.Largest, false, null, filter);

    public static PageRequest Of(TableType type, IDictionary<string, ArgumentValue>? arguments)
    {
        T? Value<T>(string name) => arguments is not null && arguments.TryGetValue(name, out var argument) ? (T?)argument.Value : default;
        var (first, last, after, before) = (Value<int?>("first"), Value<int?>("last"), Value<string>("after"), Value<string>("before"));
        if ((first is not null && last is not null) || (last is null && before is not null) || (last is not null && after is not null))
            throw new RefusedRequestException(400, "page.direction", "A page is first and after, or last and before.");
        var size = first ?? last ?? PageQuery.Default;
        if (size is < 1 or > PageQuery.Largest) throw new RefusedRequestException(400, "page.limit", $"first and last are 1 to {PageQuery.Largest}.");
        var page = new PageRequest(type, Value<Order>("orderBy") ?? type.Orders[0], size, last is not null, null, Value<IDictionary<string, object?>>("filter"));
        return (after ?? before) is { } cursor ? page with { Place = Cursor.Read(cursor, page.List) } : page;
    }
}
