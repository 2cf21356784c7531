using System.Globalization;
using System.Text.Json;
using static Chimera.Domain.Rule;

namespace Chimera.Api.Rest;

/// <summary>What JSON allows and Postgres or a list cannot hold: NUL, half a surrogate pair, numbers beyond all measure, null in a list.</summary>
internal static class Storable
{
    private const string Code = "request.field";
    private const int LongestNumber = 40;

    public static void Require(JsonElement json, string at = "")
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in json.EnumerateObject())
                {
                    RequireText(() => field.Name, at);
                    Require(field.Value, $"{at}/{field.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}");
                }
                break;
            case JsonValueKind.Array:
                for (var i = 0; i < json.GetArrayLength(); i++) RequireItem(json[i], $"{at}/{i}");
                break;
            case JsonValueKind.String:
                RequireText(() => json.GetString()!, at);
                break;
            case JsonValueKind.Number:
                RequireNumber(json.GetRawText(), at);
                break;
        }
    }

    private static void RequireItem(JsonElement item, string at)
    {
        Domain.Rule.Require(item.ValueKind != JsonValueKind.Null, Code, "null has no place in a list.", at);
        Require(item, at);
    }

    private static void RequireText(Func<string> read, string at)
    {
        string text;
        try
        {
            text = read();
        }
        catch (InvalidOperationException)
        {
            throw new Domain.RuleViolationException(Code, "The text has half a surrogate pair.", at);
        }
        Domain.Rule.Require(!text.Contains('\0', StringComparison.Ordinal), Code, "The text has a NUL character.", at);
    }

    private static void RequireNumber(string digits, string at)
    {
        var exponent = digits.IndexOfAny(['e', 'E']);
        var fits = digits.Length <= LongestNumber && (exponent < 0 || Math.Abs(int.Parse(digits[(exponent + 1)..], CultureInfo.InvariantCulture)) <= 300);
        Domain.Rule.Require(fits, Code, "The number is too long or too large.", at);
    }
}
