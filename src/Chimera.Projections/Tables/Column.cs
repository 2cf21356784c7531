using Npgsql;
using NpgsqlTypes;

namespace Chimera.Projections.Tables;

/// <summary>A column as readers see it: its name, its declaration and, where it holds words of a closed list, the enum they are of.</summary>
public abstract record Column(string Name, Declaration Declaration, Type? Words)
{
    /// <summary>What the column selects from a schema that may be of an earlier version and lack it.</summary>
    public string In(IReadOnlySet<string> known) =>
        known.Contains(Name) ? Name : $"{Declaration.Default ?? "null"}::{Declaration.Type.Split('(')[0]} as {Name}";
}

/// <summary>A column as writers see it: how a row gives its value.</summary>
public abstract record Column<TRow>(string Name, Declaration Declaration, Type? Words) : Column(Name, Declaration, Words)
{
    public abstract object? ValueOf(TRow row);

    /// <summary>The column's values of all <paramref name="rows"/> as one array, ready to be a parameter.</summary>
    internal abstract Array Collect(IReadOnlyList<TRow> rows);

    /// <summary>Writes the row's value into a binary COPY.</summary>
    internal abstract void Write(NpgsqlBinaryImporter copy, TRow row);

    internal NpgsqlDbType ParameterType => NpgsqlDbType.Array | Declaration.ParameterType;
}

internal sealed record Column<TRow, TValue>(string Name, Declaration Declaration, Type? Words, Func<TRow, TValue> Get) : Column<TRow>(Name, Declaration, Words)
{
    private readonly NpgsqlDbType type = Declaration.ParameterType;

    public override object? ValueOf(TRow row) => Get(row);

    internal override Array Collect(IReadOnlyList<TRow> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Get(rows[i]);
        return values;
    }

    internal override void Write(NpgsqlBinaryImporter copy, TRow row)
    {
        if (Get(row) is { } value) copy.Write(value, type);
        else copy.WriteNull();
    }
}

internal sealed record ArrayColumn<TRow>(string Name, Declaration Declaration, Func<TRow, IReadOnlyList<Guid>?> Get) : Column<TRow>(Name, Declaration, null)
{
    public override object? ValueOf(TRow row) => Get(row);

    internal override Array Collect(IReadOnlyList<TRow> rows)
    {
        var literals = new string?[rows.Count];
        for (var i = 0; i < literals.Length; i++) literals[i] = Get(rows[i]) is { } ids ? $"{{{string.Join(',', ids)}}}" : null;
        return literals;
    }

    internal override void Write(NpgsqlBinaryImporter copy, TRow row)
    {
        if (Get(row) is { } ids) copy.Write(ids as Guid[] ?? [.. ids], NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        else copy.WriteNull();
    }
}
