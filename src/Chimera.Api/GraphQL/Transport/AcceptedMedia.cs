using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>The media types of answers, and which of them a caller wants (GraphQL over HTTP, 2024 draft).</summary>
internal static class AcceptedMedia
{
    public const string Json = MediaTypeNames.Application.Json, GraphQL = "application/graphql-response+json", Events = MediaTypeNames.Text.EventStream;

    /// <summary>Null when the caller takes nothing that there is.</summary>
    public static string? Of(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wanted)) return Json;
        return wanted.Where(IsPossible).OrderByDescending(media => media.Quality ?? 1).Select(Known).FirstOrDefault(media => media is not null);
    }

    private static bool IsPossible(MediaTypeHeaderValue media) => media.Quality != 0 && (!media.Charset.HasValue || Is(media.Charset, "utf-8"));

    private static string? Known(MediaTypeHeaderValue media) =>
        Is(media.MediaType, GraphQL) ? GraphQL
        : Is(media.MediaType, Events) ? Events
        : Is(media.MediaType, Json) || media.MatchesAllTypes || Is(media.MediaType, "application/*") ? Json
        : null;

    private static bool Is(Microsoft.Extensions.Primitives.StringSegment text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
