using System.Text.Json;
using Chimera.Api.GraphQL.Schema;
using Chimera.Projections.Tables;
using GraphQL.Types;
using Npgsql;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>How a kind of column is named in the schema, read from Postgres and written as JSON.</summary>
internal sealed record Cell(IGraphType Graph, Func<NpgsqlDataReader, int, object> Read, Action<Utf8JsonWriter, object> Write)
{
    public static readonly Cell
        Id = new(Scalars.Id, (row, i) => row.GetGuid(i), (json, value) => json.WriteStringValue((Guid)value)),
        Ids = new(new ListGraphType(new NonNullGraphType(Scalars.Id)), (row, i) => row.GetFieldValue<Guid[]>(i), WriteIds),
        Text = new(Scalars.Text, (row, i) => row.GetString(i), (json, value) => json.WriteStringValue((string)value)),
        Int = new(Scalars.Int, (row, i) => row.GetInt32(i), (json, value) => json.WriteNumberValue((int)value)),
        Long = new(Scalars.Long, (row, i) => row.GetInt64(i), (json, value) => json.WriteNumberValue((long)value)),
        Decimal = new(Scalars.Decimal, (row, i) => row.GetDecimal(i), (json, value) => json.WriteNumberValue((decimal)value)),
        Moment = new(MomentScalar.Instance, (row, i) => row.GetDateTime(i), (json, value) => json.WriteStringValue((DateTime)value)),
        Json = new(JsonScalar.Instance, (row, i) => row.GetString(i), (json, value) => json.WriteRawValue((string)value, skipInputValidation: true)),
        Address = new(Scalars.Text, (row, i) => row.GetFieldValue<System.Net.IPAddress>(i).ToString(), (json, value) => json.WriteStringValue((string)value));

    public static Cell Of(Declaration declaration) => declaration.Type.Split('(')[0] switch
    {
        "uuid" => Id,
        "uuid[]" => Ids,
        "varchar" or "text" => Text,
        "integer" => Int,
        "bigint" => Long,
        "numeric" => Decimal,
        "timestamptz" => Moment,
        "jsonb" => Json,
        "inet" => Address,
        _ => throw new NotSupportedException($"GraphQL has no type for a column of type {declaration.Type}.")
    };

    private static void WriteIds(Utf8JsonWriter json, object value)
    {
        json.WriteStartArray();
        foreach (var id in (Guid[])value) json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
