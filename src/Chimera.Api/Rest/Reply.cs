using System.Net.Mime;
using System.Text.Json;
using Chimera.Domain;

namespace Chimera.Api.Rest;

/// <summary>An answer as it goes out, whole, so that a repeat of the request can get it again.</summary>
internal sealed record Reply(int Status, byte[]? Json = null, string? Location = null, string? ETag = null, bool Replayed = false) : IResult
{
    public const string ReplayedHeader = "Idempotency-Replayed";

    public static readonly Reply NoContent = new(StatusCodes.Status204NoContent);

    public static Reply Ok<T>(T body, long? version = null) => new(StatusCodes.Status200OK, Write(body), ETag: Conditional.ETagOf(version));

    public static Reply Created<T>(string location, T body, long? version = null) =>
        new(StatusCodes.Status201Created, Write(body), RestApi.Root + location, Conditional.ETagOf(version));

    /// <summary>For work that goes on after the answer.</summary>
    public static Reply Accepted<T>(string location, T body) => new(StatusCodes.Status202Accepted, Write(body), RestApi.Root + location);

    public async Task ExecuteAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        if (ETag is not null) response.Headers.ETag = ETag;
        if (ETag is not null && HttpMethods.IsGet(request.Method)) response.Headers.CacheControl = "no-cache"; // keep it, but ask whether it still holds
        if (Location is not null) response.Headers.Location = Location;
        if (Replayed) response.Headers[ReplayedHeader] = "true";
        response.StatusCode = HttpMethods.IsGet(request.Method) && Conditional.IsKnown(request, ETag) ? StatusCodes.Status304NotModified : Status;
        if (Json is null || response.StatusCode == StatusCodes.Status304NotModified) return;
        response.ContentType = MediaTypeNames.Application.Json;
        response.ContentLength = Json.Length;
        await response.Body.WriteAsync(Json, http.RequestAborted);
    }

    private static byte[] Write<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, ChimeraJson.Stored);
}
