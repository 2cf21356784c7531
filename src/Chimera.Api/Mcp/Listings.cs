using System.Globalization;
using Chimera.Api.Rest;
using Chimera.Domain;

namespace Chimera.Api.Mcp;

/// <summary>The arguments that all lists take, as a query of the REST API has them.</summary>
internal static class Listings
{
    public const string Limit = "How many items a page has at most; 50 by default.", After = "The `next` of the page before.";

    public static PageQuery Page(int? limit, string? after) => new() { Limit = limit?.ToString(CultureInfo.InvariantCulture), After = after };

    public static string? Word<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } known ? ChimeraJson.NameOf(known) : null;
}
