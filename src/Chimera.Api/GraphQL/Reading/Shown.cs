using System.Text.Json;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>A part of an answer under its response key, which knows how to write itself from a row that was read.</summary>
internal abstract record Shown(JsonEncodedText Key)
{
    public abstract void Write(Utf8JsonWriter json, object?[] row, Level level);

    public static void WriteObject(Utf8JsonWriter json, Shown[] fields, object?[] row, Level level)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Key);
            field.Write(json, row, level);
        }
        json.WriteEndObject();
    }
}

internal sealed record ShownCell(JsonEncodedText Key, int Ordinal, Cell Cell) : Shown(Key)
{
    public override void Write(Utf8JsonWriter json, object?[] row, Level level)
    {
        if (row[Ordinal] is { } value) Cell.Write(json, value);
        else json.WriteNullValue();
    }
}

internal sealed record ShownType(JsonEncodedText Key, JsonEncodedText Name) : Shown(Key)
{
    public override void Write(Utf8JsonWriter json, object?[] row, Level level) => json.WriteStringValue(Name);
}

/// <param name="Presence">The ordinal of a value that is null when there is no such row.</param>
internal sealed record ShownOne(JsonEncodedText Key, int Presence, Shown[] Fields) : Shown(Key)
{
    public override void Write(Utf8JsonWriter json, object?[] row, Level level)
    {
        if (row[Presence] is null) json.WriteNullValue();
        else WriteObject(json, Fields, row, level);
    }
}

/// <summary>An object that every row has.</summary>
internal sealed record ShownFigures(JsonEncodedText Key, Shown[] Fields) : Shown(Key)
{
    public override void Write(Utf8JsonWriter json, object?[] row, Level level) => WriteObject(json, Fields, row, level);
}

/// <param name="Child">Which of the level's children it is.</param>
/// <param name="Parent">The ordinal of the key that the children belong to.</param>
internal sealed record ShownMany(JsonEncodedText Key, int Child, int Parent) : Shown(Key)
{
    public override void Write(Utf8JsonWriter json, object?[] row, Level level) => level.Children[Child].PageOf(row[Parent]).Write(json);
}
