using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chimera.Domain;

/// <summary>Enums by exactly their wire names. The base library's converter takes other spellings too, and adds up lists: <c>twitter,tiktok</c>.</summary>
public sealed class EnumWords : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;

    private sealed class Words<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        private static readonly Dictionary<TEnum, string> Names = Enum.GetValues<TEnum>().ToDictionary(value => value, NameOf);
        private static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? ValueOf(ref reader) : throw new JsonException();

        public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ValueOf(ref reader);

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(WordOf(value));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WritePropertyName(WordOf(value));

        private static TEnum ValueOf(ref Utf8JsonReader reader) => Values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        private static string WordOf(TEnum value) =>
            Names.TryGetValue(value, out var word) ? word : throw new JsonException($"{value} is no {typeof(TEnum).Name}.");

        private static string NameOf(TEnum value) =>
            typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ??
            JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    }
}
