using Chimera.Projections.Tables;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>What rows of a table can be chosen by: its columns, each with the comparisons that its kind allows.</summary>
internal sealed class FilterType : InputObjectGraphType
{
    private readonly Dictionary<string, Column> columns = [];

    public FilterType(TableDescription table, string type, SharedTypes shared)
    {
        Name = $"{type}Filter";
        Description = "All conditions hold at once.";
        foreach (var column in table.Columns)
        {
            if (shared.Comparison(column) is not { } comparison) continue;
            var name = TableType.Camel(column.Name);
            AddField(new FieldType { Name = name, ResolvedType = comparison });
            columns[name] = column;
        }
    }

    public Column this[string field] => columns[field];
}
