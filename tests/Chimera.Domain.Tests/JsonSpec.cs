using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests;

/// <summary>Given a JSON text from outside, with a field changed, then it reads as this or that rule is broken.</summary>
public sealed class JsonSpec(string json, Func<JsonElement, object> read)
{
    private readonly JsonNode root = JsonNode.Parse(json)!;

    public static JsonSpec Input(TaskType type, string json) => new(json, element => TaskSchemas.ReadInput(type, element));
    public static JsonSpec Output(TaskType type, string json) => new(json, element => TaskSchemas.ReadOutput(type, element));
    public static JsonSpec Prepared(TaskType type, string json) => new(json, element => TaskSchemas.ReadPrepared(type, element)!);
    public static JsonSpec Of<T>(string json) where T : notnull => new(json, element => ChimeraJson.Read<T>(element, "json.misfit"));

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    /// <summary>A JSON string of so many characters.</summary>
    public static string Text(int length) => JsonSerializer.Serialize(new string('x', length));

    public JsonSpec With(string pointer, string value)
    {
        var (parent, field) = Locate(pointer);
        parent[field] = JsonNode.Parse(value);
        return this;
    }

    public JsonSpec Without(string pointer)
    {
        var (parent, field) = Locate(pointer);
        Assert.True(parent.AsObject().Remove(field));
        return this;
    }

    public void ThenIsTaken() => Assert.NotNull(Read());

    public void ThenReads<T>(Action<T> assert) => assert(Assert.IsType<T>(Read()));

    public void ThenBreaks(string rule, string? pointer) => Broken.By(() => Read(), rule, pointer);

    /// <summary>Written again it is the same JSON: no field was lost, renamed or added.</summary>
    public void ThenRoundTrips() => Assert.True(JsonElement.DeepEquals(Element(), Written()), $"{root.ToJsonString()}\n{Written()}");

    /// <summary>The typed record writes this value under exactly this name.</summary>
    public void ThenWrites(string requirement, string pointer, string value)
    {
        var written = Written();
        foreach (var name in pointer.Split('/')[1..])
        {
            Assert.True(written.TryGetProperty(name, out var below), $"{requirement}: there is no {pointer}.");
            written = below;
        }
        Assert.True(JsonElement.DeepEquals(Json(value), written), $"{requirement}: {pointer} is {written}, not {value}.");
    }

    private object Read() => read(Element());
    private JsonElement Element() => Json(root.ToJsonString());

    private JsonElement Written()
    {
        var value = Read();
        return JsonSerializer.SerializeToElement(value, value.GetType(), ChimeraJson.Stored);
    }

    private (JsonNode Parent, string Field) Locate(string pointer)
    {
        var names = pointer.Split('/')[1..];
        return (names[..^1].Aggregate(root, (node, name) => node[name]!), names[^1]);
    }
}
