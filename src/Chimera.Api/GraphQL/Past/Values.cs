using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain;
using Chimera.Projections.Tables;

namespace Chimera.Api.GraphQL.Past;

/// <summary>Values of rows as JSON, as the fields that are columns show them.</summary>
internal static class Values
{
    public static JsonElement? Json(object? value) => value switch
    {
        null => null,
        IPAddress address => JsonSerializer.SerializeToElement(address.ToString()),
        DateTimeOffset moment => JsonSerializer.SerializeToElement(moment.UtcDateTime),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), ChimeraJson.Stored)
    };

    /// <summary>The cells of a row under the names of their fields.</summary>
    public static JsonElement? Json(TableDescription table, IReadOnlyDictionary<string, object?>? cells)
    {
        if (cells is null) return null;
        var row = new JsonObject();
        foreach (var column in table.Columns) row[Schema.TableType.Camel(column.Name)] = Node(column, cells.GetValueOrDefault(column.Name));
        return JsonSerializer.SerializeToElement(row);
    }

    private static JsonNode? Node(Column column, object? value) =>
        value is string json && column.Declaration.Type == "jsonb" ? JsonNode.Parse(json) : Json(value) is { } element ? JsonSerializer.SerializeToNode(element) : null;
}
