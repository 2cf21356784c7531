using NpgsqlTypes;

namespace Chimera.Projections.Tables;

/// <summary>A column: its declaration, and how a row gives its value.</summary>
public abstract record Column<TRow>(string Name, Declaration Declaration)
{
    public abstract object? ValueOf(TRow row);

    /// <summary>The column's values of all <paramref name="rows"/> as one array, ready to be a parameter.</summary>
    public abstract Array Collect(IReadOnlyList<TRow> rows);

    public NpgsqlDbType ParameterType => NpgsqlDbType.Array | Declaration.ParameterType;
}

internal sealed record Column<TRow, TValue>(string Name, Declaration Declaration, Func<TRow, TValue> Get) : Column<TRow>(Name, Declaration)
{
    public override object? ValueOf(TRow row) => Get(row);

    public override Array Collect(IReadOnlyList<TRow> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Get(rows[i]);
        return values;
    }
}

internal sealed record ArrayColumn<TRow>(string Name, Declaration Declaration, Func<TRow, IReadOnlyList<Guid>?> Get) : Column<TRow>(Name, Declaration)
{
    public override object? ValueOf(TRow row) => Get(row);

    public override Array Collect(IReadOnlyList<TRow> rows)
    {
        var literals = new string?[rows.Count];
        for (var i = 0; i < literals.Length; i++) literals[i] = Get(rows[i]) is { } ids ? $"{{{string.Join(',', ids)}}}" : null;
        return literals;
    }
}
