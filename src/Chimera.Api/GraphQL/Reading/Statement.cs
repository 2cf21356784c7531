using Chimera.Api.GraphQL.Schema;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>
/// A statement that reads rows for a plan. Its text depends on the shape of what is asked only, never on a value, so that Postgres plans it once (ADR 0009).
/// </summary>
internal sealed class Statement(Plan plan, string schema)
{
    private const string Alias = Plan.Alias;

    private readonly NpgsqlBatchCommand command = new();

    private TableType Type => plan.Type;

    public NpgsqlBatchCommand OfRow(Guid key)
    {
        command.CommandText = $"{plan.Select(schema)} where {Alias}.{Type.Table.Key} = {Parameter(key, NpgsqlDbType.Uuid)}";
        return command;
    }

    public NpgsqlBatchCommand OfRows(Guid[] keys, PageRequest chosen)
    {
        var among = Parameter(keys, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        command.CommandText = $"{plan.Select(schema)} where {Alias}.{Type.Table.Key} = any({among}){Conditions(chosen)}";
        return command;
    }

    public NpgsqlBatchCommand OfPage(PageRequest page)
    {
        command.CommandText = $"{plan.Select(schema)} where true{Conditions(page)}{Window(page)}";
        return command;
    }

    /// <summary>A page for each of several keys; the first column says whose it is.</summary>
    public NpgsqlBatchCommand OfChildren(ToMany relation, Guid[] keys, PageRequest page)
    {
        var condition = relation.Condition.Replace("{to}", Alias, StringComparison.Ordinal).Replace("{schema}", schema, StringComparison.Ordinal);
        if (keys.Length == 1)
        {
            var key = Parameter(keys[0], NpgsqlDbType.Uuid);
            command.CommandText = $"{plan.Select(schema, key + ", ")} where {condition.Replace("key.id", key, StringComparison.Ordinal)}{Conditions(page)}{Window(page)}";
            return command;
        }
        var all = Parameter(keys, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        command.CommandText = $"select key.id, page.* from unnest({all}) as key(id) cross join lateral ({plan.Select(schema)} where {condition}{Conditions(page)}{Window(page)}) page";
        return command;
    }

    private string Conditions(PageRequest page)
    {
        var conditions = string.Concat(Filters.Of(page, Alias, Parameter).Select(one => $" and {one}"));
        if (page.Place is not { } place) return conditions;
        var first = command.Parameters.Count + 1;
        Parameter(place.At, NpgsqlDbType.TimestampTz);
        Parameter(place.Id, NpgsqlDbType.Uuid);
        if (page.Order.Rank is not null) Parameter(place.Rank, NpgsqlDbType.Integer);
        return $"{conditions} and {page.Order.Behind(Alias, Type.Table.Key, page.Backwards, first)}";
    }

    // The limit stands in the text: planned without it, a page would be sorted out of the whole table.
    private string Window(PageRequest page) => $" order by {page.Order.By(Alias, Type.Table.Key, page.Backwards)} limit {page.Size + 1}";

    private string Parameter(object value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
        return $"${command.Parameters.Count}";
    }
}
