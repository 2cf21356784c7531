using System.Text.RegularExpressions;
using NpgsqlTypes;

namespace Chimera.Projections.Tables;

/// <summary>A column's declaration, read from the words of the specification: <c>uuid NOT NULL REFERENCES agents(agent_id)</c>.</summary>
/// <param name="Default">An SQL expression.</param>
public sealed partial record Declaration(
    string Type, bool IsKey, bool NotNull, bool Unique, string? Default, string? ReferencedTable, string? ReferencedColumn)
{
    public bool IsArray => Type.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>How a value travels. An array of arrays has no type in PostgreSQL, so an array travels as its text.</summary>
    public NpgsqlDbType ParameterType => IsArray ? NpgsqlDbType.Text : Type.Split('(')[0] switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "varchar" => NpgsqlDbType.Varchar,
        "text" => NpgsqlDbType.Text,
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "numeric" => NpgsqlDbType.Numeric,
        "timestamptz" => NpgsqlDbType.TimestampTz,
        "jsonb" => NpgsqlDbType.Jsonb,
        "inet" => NpgsqlDbType.Inet,
        _ => throw new NotSupportedException($"No table has a column of type {Type}.")
    };

    public static Declaration Parse(string sql)
    {
        var match = Grammar().Match(sql);
        if (!match.Success) throw new FormatException($"Not a column declaration: {sql}");
        string? Part(string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;
        return new(Part("type")!, Part("key") is not null, Part("notnull") is not null, Part("unique") is not null, Part("default"), Part("table"), Part("column"));
    }

    [GeneratedRegex(@"^(?<type>\S+)(?<key> PRIMARY KEY)?(?<notnull> NOT NULL)?(?<unique> UNIQUE)?( DEFAULT (?<default>\S+))?( REFERENCES (?<table>\w+)\((?<column>\w+)\))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}
