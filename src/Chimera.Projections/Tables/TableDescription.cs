using Chimera.Projections.Events;
using Npgsql;

namespace Chimera.Projections.Tables;

/// <summary>A table, described once; the live tables, a rebuild and a view of the past all run on it.</summary>
/// <param name="Folds">The base type of the events it is folded from.</param>
public abstract record TableDescription(string Name, Type Folds)
{
    private readonly List<(string Name, string On)> indexes = [];

    /// <summary>The column that identifies a row.</summary>
    public string Key { get; protected set; } = "";

    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>Names with the columns they are on, as in SQL: <c>priority DESC</c>.</summary>
    public IReadOnlyList<(string Name, string On)> Indexes => indexes;

    /// <summary>The counters that the table's rows move.</summary>
    public IReadOnlyList<string> Counters { get; protected set; } = [];

    internal abstract TablePage Page(string schema);

    internal abstract TableCopy Copy(string schema, bool unlogged, int rowsInMemory);

    /// <summary>Takes a row that was taken out of the table back from the counters.</summary>
    /// <returns>The row's key.</returns>
    internal abstract Guid TakeBack(NpgsqlDataReader row, Tally tally);

    /// <summary>A row's values by column.</summary>
    internal abstract IReadOnlyList<(string Column, object? Value)> Cells(object row);

    /// <summary>What an event makes of a row, for those who do not know the row's type.</summary>
    internal abstract object? FoldRow(object? row, StoredEvent @event);

    protected void Declare(string index, string on) => indexes.Add((index, on));
}

/// <param name="KeyOf">The key of a row, which is the id of the stream (or event) it comes from.</param>
/// <param name="Read">A row from a reader that stands on one, columns in the order of the description.</param>
/// <param name="Fold">What an event makes of a row; pure.</param>
public sealed record TableDescription<TRow>(
    string Name, Type Folds, Func<TRow, Guid> KeyOf, Func<NpgsqlDataReader, TRow> Read, Func<TRow?, StoredEvent, TRow?> Fold)
    : TableDescription(Name, Folds) where TRow : class
{
    private readonly List<Column<TRow>> columns = [];

    public override IReadOnlyList<Column<TRow>> Columns => columns;

    /// <summary>What a row adds to the counters; nothing for most tables.</summary>
    internal Action<TRow, Tally> Count { get; private set; } = (_, _) => { };

    /// <param name="words">The enum whose words the column holds.</param>
    public TableDescription<TRow> Column<TValue>(string name, string declaration, Func<TRow, TValue> get, Type? words = null) =>
        With(new Column<TRow, TValue>(name, Declaration.Parse(declaration), words, get));

    public TableDescription<TRow> Column(string name, string declaration, Func<TRow, IReadOnlyList<Guid>?> get) =>
        With(new ArrayColumn<TRow>(name, Declaration.Parse(declaration), get));

    /// <param name="on">Columns as in SQL, <c>priority DESC</c>.</param>
    public TableDescription<TRow> Index(string name, string on)
    {
        Declare(name, on);
        return this;
    }

    /// <param name="count">Adds what one row counts for; it is taken back when the row changes.</param>
    /// <param name="counters">The counters it adds to.</param>
    public TableDescription<TRow> Counted(Action<TRow, Tally> count, params string[] counters)
    {
        (Count, Counters) = (count, counters);
        return this;
    }

    internal override TablePage Page(string schema) => Folds == typeof(object) ? new AuditPage(schema) : new TablePage<TRow>(this, schema);

    internal override TableCopy Copy(string schema, bool unlogged, int rowsInMemory) =>
        Folds == typeof(object) ? new AuditCopy(schema, unlogged) : new FoldingCopy<TRow>(this, schema, unlogged, rowsInMemory);

    internal override Guid TakeBack(NpgsqlDataReader row, Tally tally)
    {
        var taken = Read(row);
        tally.Replace(this, taken, null);
        return KeyOf(taken);
    }

    internal override object? FoldRow(object? row, StoredEvent @event) => Fold((TRow?)row, @event);

    internal override IReadOnlyList<(string Column, object? Value)> Cells(object row) => [.. columns.Select(column => (column.Name, column.ValueOf((TRow)row)))];

    internal TableDescription<TRow> With(Column<TRow> column)
    {
        columns.Add(column);
        if (column.Declaration.IsKey) Key = column.Name;
        return this;
    }
}
