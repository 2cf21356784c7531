using Chimera.Projections;
using Chimera.Projections.Tables;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>The columns that the tables of a schema have; one of an earlier version may lack some.</summary>
internal sealed class KnownColumns
{
    private readonly Dictionary<string, IReadOnlySet<string>> tables = [];

    public IReadOnlySet<string> this[string table] => tables[table];

    /// <param name="before">Given back when nothing has changed since, so that what was made with it stays good.</param>
    public static async ValueTask<KnownColumns> Of(string schema, TableCatalog catalog, KnownColumns? before = null)
    {
        KnownColumns? now = null;
        foreach (var table in TableSet.All)
        {
            var columns = await catalog.Columns(schema, table.Name);
            if (now is null && before is not null && ReferenceEquals(before[table.Name], columns)) continue;
            now ??= new();
            now.tables[table.Name] = columns;
        }
        if (now is null) return before!;
        foreach (var table in TableSet.All) now.tables.TryAdd(table.Name, await catalog.Columns(schema, table.Name));
        return now;
    }
}
