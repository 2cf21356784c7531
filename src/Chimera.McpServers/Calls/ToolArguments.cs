using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Chimera.Domain;
using static Chimera.Domain.Rule;

namespace Chimera.McpServers.Calls;

/// <summary>Reads the arguments of a call and holds them against their schema.</summary>
internal static class ToolArguments
{
    public static TInput Read<TInput>(IDictionary<string, JsonElement>? arguments) where TInput : class, IToolInput
    {
        var input = ChimeraJson.Read<TInput>(JsonSerializer.SerializeToElement(arguments ?? new Dictionary<string, JsonElement>()), ToolErrors.InvalidArguments);
        foreach (var limit in Limits<TInput>.All) limit.Check(input);
        input.Validate();
        return input;
    }

    /// <summary>What the attributes of a record's parameters demand; the schema shows the same.</summary>
    private static class Limits<TInput>
    {
        public static readonly Limit[] All =
        [
            .. from parameter in typeof(TInput).GetConstructors()[0].GetParameters()
               from attribute in parameter.GetCustomAttributes<ValidationAttribute>()
               select new Limit(JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!), typeof(TInput).GetProperty(parameter.Name!)!, attribute)
        ];
    }

    private sealed record Limit(string Name, PropertyInfo Property, ValidationAttribute Attribute)
    {
        public void Check(object input) =>
            Require(Attribute.IsValid(Property.GetValue(input)), ToolErrors.InvalidArguments, Attribute.FormatErrorMessage(Name), "/" + Name);
    }
}
