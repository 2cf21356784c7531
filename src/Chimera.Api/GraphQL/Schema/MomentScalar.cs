using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>A moment in UTC, <c>2026-11-24T08:30:00Z</c>; with any offset when it comes in.</summary>
internal sealed class MomentScalar : ScalarGraphType
{
    public static readonly MomentScalar Instance = new();

    private MomentScalar() => (Name, Description) = ("DateTime", "A moment, ISO 8601 with an offset: `2026-11-24T08:30:00Z`.");

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text when Read(text) is { } moment => moment,
        DateTimeOffset moment => moment.ToUniversalTime(),
        _ => ThrowValueConversionError(value)
    };

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text when Read(text.Value.ToString()) is { } moment => moment,
        _ => ThrowLiteralConversionError(value)
    };

    public override object? Serialize(object? value) => value switch
    {
        DateTimeOffset moment => moment.UtcDateTime,
        DateTime or null => value,
        _ => ThrowSerializationError(value)
    };

    // A time without an offset would mean another moment on another machine.
    private static DateTimeOffset? Read(string text) =>
        (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal)) && text.Contains('T', StringComparison.Ordinal) &&
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
