using Chimera.Api.GraphQL.Schema;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Past;

/// <summary>The tables by name, as an enum.</summary>
internal static class TableNames
{
    public static readonly EnumerationGraphType Type = Make();

    private static EnumerationGraphType Make()
    {
        var type = new EnumerationGraphType { Name = "Table" };
        foreach (var name in Relations.Tables) type.Add(name.Table, name.Table);
        return type;
    }
}
