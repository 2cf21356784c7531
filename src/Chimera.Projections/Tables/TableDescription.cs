using Npgsql;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Chimera.Projections.Tables;

/// <summary>A table of the specification, described once; the live projection, a rebuild and a view of the past all run on it.</summary>
/// <param name="Folds">The base type of the events it is folded from.</param>
public abstract record TableDescription(string Name, Type Folds)
{
    public string Key { get; protected set; } = "";

    /// <summary>The table as PostgreSQL gets it, in <paramref name="schema"/>: columns, defaults, keys and indexes.</summary>
    public abstract Table In(string schema);

    internal abstract LiveTable Live(string schema);
}

/// <param name="KeyOf">The key of a row, which is the id of the stream (or event) it comes from.</param>
/// <param name="Read">A row from a reader that stands on one, columns in the order of the description.</param>
/// <param name="Fold">What an event makes of a row; pure.</param>
public sealed record TableDescription<TRow>(
    string Name, Type Folds, Func<TRow, Guid> KeyOf, Func<NpgsqlDataReader, TRow> Read, Func<TRow?, StoredEvent, TRow?> Fold)
    : TableDescription(Name, Folds) where TRow : class
{
    private readonly List<Column<TRow>> columns = [];
    private readonly List<(string Name, string Columns)> indexes = [];

    public IReadOnlyList<Column<TRow>> Columns => columns;

    public TableDescription<TRow> Column<TValue>(string name, string declaration, Func<TRow, TValue> get) =>
        With(new Column<TRow, TValue>(name, Declaration.Parse(declaration), get));

    public TableDescription<TRow> Column(string name, string declaration, Func<TRow, IReadOnlyList<Guid>?> get) =>
        With(new ArrayColumn<TRow>(name, Declaration.Parse(declaration), get));

    /// <param name="on">Columns as in SQL, <c>priority DESC</c>.</param>
    public TableDescription<TRow> Index(string name, string on)
    {
        indexes.Add((name, on));
        return this;
    }

    public override Table In(string schema)
    {
        var table = new Table(Qualified(schema, Name)) { PrimaryKeyName = $"{Name}_pkey" };
        foreach (var column in columns) Declare(table, column.Name, column.Declaration, schema);
        foreach (var (name, on) in indexes) table.Indexes.Add(IndexOn(name, on));
        return table;
    }

    internal override LiveTable Live(string schema) => new LiveTable<TRow>(this, schema);

    private TableDescription<TRow> With(Column<TRow> column)
    {
        columns.Add(column);
        if (column.Declaration.IsKey) Key = column.Name;
        return this;
    }

    private void Declare(Table table, string name, Declaration sql, string schema)
    {
        var column = table.AddColumn(new TableColumn(name, sql.Type) { AllowNulls = !sql.NotNull, DefaultExpression = sql.Default });
        if (sql.IsKey) column.AsPrimaryKey();
        if (sql.Unique) table.Indexes.Add(new IndexDefinition($"{Name}_{name}_key") { Columns = [name], IsUnique = true });
        if (sql.ReferencedTable is { } parent)
            column.ForeignKeyTo(Qualified(schema, parent), sql.ReferencedColumn!, $"{Name}_{name}_fkey");
    }

    private static PostgresqlObjectName Qualified(string schema, string name) => new(schema, name, SchemaUtils.IdentifierUsage.General);

    private static IndexDefinition IndexOn(string name, string on)
    {
        var descending = on.EndsWith(" DESC", StringComparison.Ordinal);
        var columns = on.Replace(" DESC", "", StringComparison.Ordinal).Split(", ");
        return new IndexDefinition(name) { Columns = columns, SortOrder = descending ? SortOrder.Desc : SortOrder.Asc };
    }
}
