using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Chimera.Domain;

/// <summary>The JSON of the specification: snake_case names, enums as words, nothing implicit.</summary>
public static partial class ChimeraJson
{
    /// <summary>For what the platform stored itself: unknown fields of later versions are passed over.</summary>
    public static readonly JsonSerializerOptions Stored = Configure(new(JsonSerializerDefaults.Web));

    /// <summary>For what comes from outside: an unknown or missing field is an error that names it.</summary>
    public static readonly JsonSerializerOptions Strict = Configure(new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict
    });

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.PropertyNameCaseInsensitive = false;
        options.Converters.Add(new EnumWords());
        return options;
    }

    /// <summary>Reads a value from outside; a misfit becomes rule <paramref name="code"/> with a pointer below <paramref name="at"/>.</summary>
    public static T Read<T>(JsonElement json, string code, string at = "")
    {
        try
        {
            return json.Deserialize<T>(Strict) ?? throw new RuleViolationException(code, "null is not allowed here.", at);
        }
        catch (JsonException misfit)
        {
            throw new RuleViolationException(code, Sentence(misfit), at + Pointer(misfit.Path));
        }
    }

    public static JsonElement Write<T>(T value) => JsonSerializer.SerializeToElement(value, Stored);

    /// <summary>The wire name of an enum value, as the specification spells it.</summary>
    public static string NameOf<TEnum>(TEnum value) where TEnum : struct, Enum => Names<TEnum>.Of(value);

    /// <summary>
    /// Turns a serializer's path (<c>$.content.media_urls[1]</c>) into a JSON pointer (<c>/content/media_urls/1</c>); names that are no plain words
    /// stand quoted in the path (<c>$['a/b']</c>) and escaped in the pointer (<c>/a~1b</c>).
    /// </summary>
    public static string Pointer(string? path) => string.Concat(Steps().Matches(path ?? "").Select(step => "/" + Escaped(step)));

    private static string Escaped(Match step) =>
        step.Groups.Values.Skip(1).First(group => group.Success).Value.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\.([^.\[]+)|\['(.*?)'\](?=[.\[]|$)|\[(\d+)\]")]
    private static partial Regex Steps();

    /// <summary>The serializer's message without its line numbers and .NET type names.</summary>
    public static string Sentence(JsonException misfit) =>
        misfit.Message.Split(" Path: ")[0].Replace(misfit.InnerException?.Message ?? "\0", "", StringComparison.Ordinal) switch
        {
            var text when text.Contains("could not be converted", StringComparison.Ordinal) => "The value is not one that this field takes.",
            var text when text.Contains("could not be mapped", StringComparison.Ordinal) => "This field is not known here: " + Quoted(text),
            var text when text.Contains("missing required properties", StringComparison.Ordinal) => "Required fields are missing: " + text.Split("including: ")[^1],
            var text when text.Contains("allow null values", StringComparison.Ordinal) => "null is not allowed here.",
            var text when text.Contains("Duplicate property", StringComparison.Ordinal) => "This field is given twice: " + Quoted(text),
            var text => text
        };

    private static string Quoted(string text) => text.Split('\'') is { Length: > 1 } parts ? parts[1] : text;

    private static class Names<TEnum> where TEnum : struct, Enum
    {
        private static readonly Dictionary<TEnum, string> All = Enum.GetValues<TEnum>().ToDictionary(value => value, value => Write(value).GetString()!);

        public static string Of(TEnum value) => All[value];
    }
}
