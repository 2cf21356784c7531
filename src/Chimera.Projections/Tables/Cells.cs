using System.Text.Json;
using Chimera.Domain;
using Npgsql;

namespace Chimera.Projections.Tables;

/// <summary>
/// Values as PostgreSQL will give them back, so that a folded row equals the row that is read; and how they are read.
/// </summary>
internal static class Cells
{
    /// <summary>At most <paramref name="length"/> characters; never half of a surrogate pair.</summary>
    public static string Fit(string text, int length)
    {
        if (text.Length <= length) return text;
        // PostgreSQL counts code points, this counts UTF-16 units: never longer, so it always fits.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    public static string? FitOrNull(string? text, int length) => text is null ? null : Fit(text, length);

    /// <summary>UTC, in whole microseconds.</summary>
    public static DateTimeOffset Moment(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public static DateTimeOffset? Moment(DateTimeOffset? time) => time is { } known ? Moment(known) : null;

    /// <summary>US dollars and cents, half a cent away from zero, as <c>numeric(10,2)</c> rounds.</summary>
    public static decimal Cents(decimal usd) => decimal.Round(usd, 2, MidpointRounding.AwayFromZero);

    /// <summary>US dollars to the eighth decimal, as <c>numeric(20,8)</c> keeps them.</summary>
    public static decimal Exact(decimal usd) => decimal.Round(usd, 8, MidpointRounding.AwayFromZero);

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, ChimeraJson.Stored);

    public static string? JsonOrNull<T>(T? value) where T : class => value is null ? null : Json(value);

    public static string? TextAt(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static T? ClassAt<T>(this NpgsqlDataReader reader, int column) where T : class => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    public static T? ValueAt<T>(this NpgsqlDataReader reader, int column) where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    public static DateTimeOffset TimeAt(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);
}
