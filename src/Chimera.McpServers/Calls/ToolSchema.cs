using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Chimera.Domain;

namespace Chimera.McpServers.Calls;

/// <summary>The JSON schema of a record: its wire names, the words of its enums, and what its attributes say.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    // the exporter takes no options that have not been used yet, unless they say how types are read
    private static readonly JsonSerializerOptions Options = new(ChimeraJson.Strict) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static JsonElement Of<T>() => JsonSerializer.SerializeToElement(Options.GetJsonSchemaAsNode(typeof(T), Exporter));

    private static JsonObject Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = TypeOf(context.TypeInfo.Type);
        var schema = type.IsEnum ? Words(type) : node as JsonObject ?? [];
        if (!IsWrittenAsNull(context.PropertyInfo)) WithoutNull(schema);
        if (context.PropertyInfo is { } property) Apply(property, schema);
        if (schema["properties"] is JsonObject properties) ForgottenWords(context.TypeInfo, properties);
        if (schema["required"] is JsonArray required) WithoutAbsent(context.TypeInfo, required);
        return schema;
    }

    private static bool IsWrittenAsNull(JsonPropertyInfo? property) =>
        property?.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }];

    /// <summary>What may be null is left out when it is, so nobody can rely on it.</summary>
    private static void WithoutAbsent(JsonTypeInfo record, JsonArray required)
    {
        foreach (var property in record.Properties.Where(one => one.IsGetNullable && !IsWrittenAsNull(one)))
            if (required.FirstOrDefault(name => name!.GetValue<string>() == property.Name) is { } name) required.Remove(name);
    }

    /// <summary>The exporter forgets to ask about a value that is written as a word and has a default, and about words in lists.</summary>
    private static void ForgottenWords(JsonTypeInfo record, JsonObject properties)
    {
        foreach (var property in record.Properties.Where(one => TypeOf(one.PropertyType).IsEnum && properties[one.Name]!["enum"] is null))
        {
            var schema = Words(TypeOf(property.PropertyType));
            if (properties[property.Name]!["default"] is { } standard) schema["default"] = standard.DeepClone();
            Apply(property, schema);
            properties[property.Name] = schema;
        }
        foreach (var property in record.Properties)
            if (property.PropertyType.GenericTypeArguments is [{ IsEnum: true } word] && properties[property.Name] is JsonObject list && list["type"]?.ToString() == "array")
                list["items"] ??= Words(word);
    }

    private static Type TypeOf(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static JsonObject Words(Type type) => new()
    {
        ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, ChimeraJson.Strict))])
    };

    /// <summary>What is absent is left out; that it may also be null helps no caller.</summary>
    private static void WithoutNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types) schema["type"] = types.Select(type => type!.GetValue<string>()).First(type => type != "null");
        if (schema.TryGetPropertyValue("default", out var standard) && standard is null) schema.Remove("default");
    }

    private static void Apply(JsonPropertyInfo property, JsonObject schema)
    {
        object[] attributes = [.. property.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(inherit: false) ?? [], .. property.AttributeProvider?.GetCustomAttributes(inherit: false) ?? []];
        foreach (var attribute in attributes) Apply(attribute, schema);
    }

    private static void Apply(object attribute, JsonObject schema)
    {
        var isArray = schema["type"] is JsonValue type && type.GetValue<string>() == "array";
        if (attribute is DescriptionAttribute description) schema["description"] = description.Description;
        if (attribute is LengthAttribute length)
            (schema[isArray ? "minItems" : "minLength"], schema[isArray ? "maxItems" : "maxLength"]) = (length.MinimumLength, length.MaximumLength);
        if (attribute is RangeAttribute range) (schema["minimum"], schema["maximum"]) = (JsonValue.Create((int)range.Minimum), JsonValue.Create((int)range.Maximum));
        if (attribute is RegularExpressionAttribute pattern) schema["pattern"] = $"^{pattern.Pattern}$";
    }
}
