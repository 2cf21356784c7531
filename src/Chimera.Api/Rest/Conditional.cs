using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Chimera.Api.Rest;

/// <summary>ETags: a resource's is the version of its stream, <c>"v3"</c>.</summary>
internal static class Conditional
{
    public static string? ETagOf(long? version) => version is { } known ? $"\"v{known.ToString(CultureInfo.InvariantCulture)}\"" : null;

    /// <summary>True when the caller of a GET has this version already (<c>If-None-Match</c>).</summary>
    public static bool IsKnown(HttpRequest request, string? etag) =>
        etag is not null && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) &&
        known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag == etag); // weak comparison, as RFC 9110 asks here

    /// <summary>The versions that <c>If-Match</c> allows; null without the header or with <c>*</c>, which any version meets.</summary>
    public static IReadOnlyList<long>? Wanted(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags))
            throw new RefusedRequestException(400, "precondition.malformed", "If-Match is a list of ETags in quotes, \"v3\", or *.");
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)) ? null : [.. tags.Where(tag => !tag.IsWeak).Select(VersionOf).OfType<long>()];
    }

    private static long? VersionOf(EntityTagHeaderValue tag) =>
        tag.Tag.Value is ['"', 'v', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
