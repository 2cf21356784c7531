namespace Chimera.Projections.Tables;

/// <summary>A table's declarations: the bare table first, then, once it is filled, what makes writing to it dear.</summary>
internal static class TableDdl
{
    /// <summary>Columns and defaults. <c>UNLOGGED</c> for what may be lost with the server.</summary>
    public static string Create(this TableDescription table, string schema, bool unlogged = false)
    {
        var columns = table.Columns.Select(column =>
            $"{column.Name} {column.Declaration.Type}{(column.Declaration.NotNull || column.Declaration.IsKey ? " NOT NULL" : "")}{Default(column.Declaration)}");
        return $"create {(unlogged ? "unlogged " : "")}table {schema}.{table.Name} ({string.Join(", ", columns)});";
    }

    public static string AddKey(this TableDescription table, string schema) =>
        $"alter table {schema}.{table.Name} add constraint {table.Name}_pkey primary key ({table.Key});";

    /// <summary>An index each; unique ones first, named as PostgreSQL names those of UNIQUE columns.</summary>
    public static IEnumerable<string> AddIndexes(this TableDescription table, string schema) =>
    [
        .. table.Columns.Where(column => column.Declaration.Unique)
            .Select(column => $"create unique index {table.Name}_{column.Name}_key on {schema}.{table.Name} ({column.Name});"),
        .. table.Indexes.Select(index => $"create index {index.Name} on {schema}.{table.Name} ({index.On});")
    ];

    public static IEnumerable<ForeignKey> ForeignKeys(this TableDescription table) =>
        from column in table.Columns
        where column.Declaration.ReferencedTable is not null
        select new ForeignKey(table.Name, column.Name, column.Declaration.ReferencedTable!, column.Declaration.ReferencedColumn!);

    private static string Default(Declaration declaration) => declaration.Default is { } value ? $" DEFAULT {value}" : "";
}

/// <summary>A column that names a row of another table.</summary>
internal sealed record ForeignKey(string Table, string Column, string Parent, string ParentColumn)
{
    public string Add(string schema) =>
        $"alter table {schema}.{Table} add constraint {Table}_{Column}_fkey foreign key ({Column}) references {schema}.{Parent} ({ParentColumn});";
}
