using System.Text.Json;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>JSON as it is stored; it only goes out.</summary>
internal sealed class JsonScalar : ScalarGraphType
{
    public static readonly JsonScalar Instance = new();

    private JsonScalar() => (Name, Description) = ("JSON", "JSON, as it is stored.");

    public override object? ParseValue(object? value) => value;

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        string raw => JsonElement.Parse(raw),
        _ => JsonSerializer.SerializeToElement(value, Domain.ChimeraJson.Stored)
    };
}
