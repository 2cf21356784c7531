using System.Text.RegularExpressions;
using Chimera.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Chimera.Api.Rest;

/// <summary>Made media, under names that say what is in them: the SHA-256 of the bytes. What a name means never changes.</summary>
internal static partial class Media
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/media/{file}", Get).ExcludeFromDescription();

    private static PhysicalFileHttpResult Get(string file, HttpContext http, HostSettings settings)
    {
        var path = Path.Combine(settings.MediaFolder, file);
        if (!Name().IsMatch(file) || !File.Exists(path)) throw new RefusedRequestException(404, "media.unknown", "There is no such file.");
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var type = Path.GetExtension(file) switch { ".png" => "image/png", ".jpg" => "image/jpeg", _ => "video/mp4" };
        return TypedResults.PhysicalFile(path, type, entityTag: new EntityTagHeaderValue($"\"{file[..64]}\""), enableRangeProcessing: true);
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\.(png|jpg|mp4)\z")]
    private static partial Regex Name();
}
