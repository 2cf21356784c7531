using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain.Results;
using CsCheck;

namespace Chimera.Domain.Tests.Results;

/// <summary>What an approval names: the same content has the same hash however it was stored.</summary>
public sealed class ContentHashSpecs
{
    private static readonly Gen<JsonNode?> Json = Gen.Recursive<JsonNode?>((depth, inner) =>
    {
        var leaf = Gen.OneOf(
            Gen.String.Select(text => (JsonNode?)JsonValue.Create(text)), Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Bool.Select(truth => (JsonNode?)JsonValue.Create(truth)), Gen.Const((JsonNode?)null));
        if (depth > 3) return leaf;
        return Gen.OneOf(
            leaf,
            inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Gen.Select(Gen.String[0, 4], inner).Array[0, 4].Select(fields => (JsonNode?)Object(fields)));
    });

    [Fact]
    public void the_hash_is_that_of_the_canonical_text() => // printf '{"a":1,"b":[true,null,"x"]}' | sha256sum
        Assert.Equal("eca8cfb31ab74533e1eb2f4c74d2d55dfe3c79ac704787e54be8647ea7777eb1", Hash("""{"b":[true, null, "x"], "a":1}"""));

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""{"a":{"c":1,"d":2}}""", """{"a":{"d":2,"c":1}}""")]
    [InlineData("""{"a":[1,2]}""", "{ \"a\" : [ 1 ,\n\t2 ] }")]
    [InlineData("""{"a":"A"}""", """{"a":"\u0041"}""")]
    [InlineData("""{"a":"é"}""", """{"a":"\u00e9"}""")]
    [InlineData("""{"a":"/"}""", """{"a":"\/"}""")]
    public void order_white_space_and_escapes_do_not_matter(string one, string other) => Assert.Equal(Hash(one), Hash(other));

    /// <summary>Postgres stores jsonb without exponents.</summary>
    [Theory]
    [InlineData("1e2", "100")]
    [InlineData("1E+2", "100")]
    [InlineData("1.5e1", "15")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("-2.50e-1", "-0.250")]
    public void numbers_are_written_out_as_the_store_does(string one, string stored) => Assert.Equal(Hash($"[{one}]"), Hash($"[{stored}]"));

    [Theory]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":null}""", "{}")]
    [InlineData("""{"a":"x"}""", """{"a":"X"}""")]
    [InlineData("""{"a":"x"}""", """{"a":"x "}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":1,"b":{}}""")]
    public void another_content_has_another_hash(string one, string other) => Assert.NotEqual(Hash(one), Hash(other));

    [Fact]
    public void a_hash_is_64_digits_in_lower_case() => Assert.Matches("^[0-9a-f]{64}$", Hash("{}"));

    [Fact]
    public void shuffled_and_indented_content_keeps_its_hash() =>
        Gen.Select(Json, Gen.Int).Sample((json, seed) =>
        {
            var shuffled = Shuffled(json, new Random(seed))?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? "null";
            Assert.Equal(Hash(json?.ToJsonString() ?? "null"), Hash(shuffled));
        }, iter: 2_000);

    private static JsonObject Object(IEnumerable<(string Name, JsonNode? Value)> fields) =>
        new(fields.DistinctBy(field => field.Name).Select(field => KeyValuePair.Create(field.Name, field.Value?.DeepClone())));

    private static JsonNode? Shuffled(JsonNode? json, Random random) => json switch
    {
        JsonObject fields => Object(fields.Select(field => (field.Key, Shuffled(field.Value, random))).OrderBy(_ => random.Next())),
        JsonArray items => new JsonArray([.. items.Select(item => Shuffled(item, random))]),
        _ => json?.DeepClone()
    };

    private static string Hash(string json) => TaskResult.Sha256Of(JsonElement.Parse(json));
}
