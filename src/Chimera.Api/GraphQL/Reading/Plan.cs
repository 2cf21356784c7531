using Chimera.Api.GraphQL.Schema;
using Chimera.Projections;
using Chimera.Projections.Tables;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>A selection of a table's fields, made ready: what to read in one statement and how to show it. It holds no value of a request.</summary>
internal sealed class Plan(TableType type, KnownColumns known)
{
    public const string Alias = "t";

    private readonly List<string> columns = [], joins = [];
    private readonly List<Cell> cells = [];
    private readonly Dictionary<(string Alias, string Column), int> ordinals = [];
    private string? live;

    public TableType Type { get; } = type;

    /// <summary>The columns that the schema had when the plan was made, by table.</summary>
    public KnownColumns Known { get; } = known;

    public IReadOnlyList<Cell> Cells => cells;
    public List<Child> Children { get; } = [];

    /// <summary>How a row is shown, where one is asked for.</summary>
    public Shown[] Fields { get; set; } = [];

    /// <summary>How a page is shown, where one is asked for.</summary>
    public ShownPage[]? Connection { get; set; }

    /// <summary>The ordinals that a cursor is made of: rank (or nothing), time and key; null when no cursor is asked for.</summary>
    public (int Rank, int Time, int Key)? Place { get; set; }

    /// <summary>False when a directive decides what is selected, so that the next request may need another plan.</summary>
    public bool Lasts { get; set; } = true;


    /// <summary>The ordinal of a column, which is read once however often it is shown.</summary>
    public int Read(string alias, TableType type, string column)
    {
        if (ordinals.TryGetValue((alias, column), out var ordinal)) return ordinal;
        var described = type.Table.Columns.First(one => one.Name == column);
        var sql = described.In(Known[type.Table.Name]);
        return ordinals[(alias, column)] = Read(sql == column ? $"{alias}.{column}" : sql, Cell.Of(described.Declaration));
    }

    public int Read(string sql, Cell cell)
    {
        columns.Add(sql);
        cells.Add(cell);
        return columns.Count - 1;
    }

    /// <param name="join">With the places that a relation leaves open.</param>
    public string Join(string join, string from, string key = "")
    {
        var to = $"{Alias}{joins.Count + 1}";
        joins.Add(" left join " + join.Replace("{from}", from, StringComparison.Ordinal).Replace("{to}", to, StringComparison.Ordinal)
            .Replace("{key}", key, StringComparison.Ordinal));
        return to;
    }

    /// <param name="before">Goes before the columns.</param>
    public string Select(string schema, string before = "")
    {
        if (before.Length > 0 || schema != TableSet.LiveSchema) return MakeSelect(schema, before);
        return live ??= MakeSelect(schema, before);
    }

    public Plan Finish()
    {
        if (columns.Count == 0) Read(Alias, Type, Type.Table.Key);
        return this;
    }

    private string MakeSelect(string schema, string before) =>
        $"select {before}{string.Join(", ", columns)} from {schema}.{Type.Table.Name} {Alias}{string.Concat(joins).Replace("{schema}", schema, StringComparison.Ordinal)}";
}

/// <param name="Asked">The field of the document, under which the request keeps its arguments.</param>
/// <param name="OfRoot">Its parents are the plan's own rows, not joined ones.</param>
internal sealed record Child(ToMany Relation, Plan Plan, GraphQLField Asked, int Parent, bool OfRoot);
