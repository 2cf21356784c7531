using Chimera.Projections;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>The columns that the tables of a schema have; one of an earlier version may lack some.</summary>
internal sealed class KnownColumns(TableSet set)
{
    private readonly IReadOnlySet<string>?[] tables = new IReadOnlySet<string>?[set.Tables.Count];

    public IReadOnlySet<string> this[string table] => tables[set.Tables.Index().First(one => one.Item.Name == table).Index]!;

    /// <param name="before">Given back when nothing has changed since, so that what was made with it stays good.</param>
    public static async ValueTask<KnownColumns> Of(string schema, TableSet set, TableCatalog catalog, KnownColumns? before = null)
    {
        var known = before ?? new(set);
        for (var i = 0; i < set.Tables.Count; i++)
        {
            var columns = await catalog.Columns(schema, set.Tables[i].Name);
            if (ReferenceEquals(known.tables[i], columns)) continue;
            if (known.tables[i] is { } old && !old.SetEquals(columns)) return await Of(schema, set, catalog);
            known.tables[i] = columns; // the same, looked up once more
        }
        return known;
    }
}
