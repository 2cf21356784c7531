using System.Text.Json;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>A part of a connection, which knows how to write itself from a page.</summary>
internal abstract record ShownPage(JsonEncodedText Key)
{
    public abstract void Write(Utf8JsonWriter json, Page page);
}

internal sealed record ShownPageType(JsonEncodedText Key, JsonEncodedText Name) : ShownPage(Key)
{
    public override void Write(Utf8JsonWriter json, Page page) => json.WriteStringValue(Name);
}

internal sealed record ShownNodes(JsonEncodedText Key, Shown[] Fields) : ShownPage(Key)
{
    public override void Write(Utf8JsonWriter json, Page page)
    {
        json.WriteStartArray();
        foreach (var row in page.Rows) Shown.WriteObject(json, Fields, row, page.Level);
        json.WriteEndArray();
    }
}

/// <param name="Fields">The parts of an edge; a node is one whose fields are those of the row.</param>
internal sealed record ShownEdges(JsonEncodedText Key, ShownEdge[] Fields) : ShownPage(Key)
{
    public override void Write(Utf8JsonWriter json, Page page)
    {
        json.WriteStartArray();
        foreach (var row in page.Rows)
        {
            json.WriteStartObject();
            foreach (var field in Fields) field.Write(json, row, page);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

internal enum EdgePart { Cursor, Node, TypeName }

internal sealed record ShownEdge(JsonEncodedText Key, EdgePart Part, Shown[] Fields, JsonEncodedText Type)
{
    public void Write(Utf8JsonWriter json, object?[] row, Page page)
    {
        json.WritePropertyName(Key);
        if (Part == EdgePart.Node) Shown.WriteObject(json, Fields, row, page.Level);
        else if (Part == EdgePart.Cursor) json.WriteStringValue(page.CursorOf(row));
        else json.WriteStringValue(Type);
    }
}

internal sealed record ShownPageInfo(JsonEncodedText Key, (JsonEncodedText Key, string Field)[] Fields) : ShownPage(Key)
{
    public override void Write(Utf8JsonWriter json, Page page)
    {
        json.WriteStartObject();
        foreach (var (key, field) in Fields)
        {
            json.WritePropertyName(key);
            Write(json, page, field);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Page page, string field)
    {
        switch (field)
        {
            case "hasNextPage": json.WriteBooleanValue(page.HasNext); break;
            case "hasPreviousPage": json.WriteBooleanValue(page.HasPrevious); break;
            case "startCursor": json.WriteStringValue(page.Rows.Count == 0 ? null : page.CursorOf(page.Rows[0])); break;
            case "endCursor": json.WriteStringValue(page.Rows.Count == 0 ? null : page.CursorOf(page.Rows[^1])); break;
            default: json.WriteStringValue("PageInfo"); break;
        }
    }
}
