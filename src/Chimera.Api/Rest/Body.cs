using System.Net.Mime;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Chimera.Domain;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Chimera.Api.Rest;

/// <summary>A request's body, read strictly: every field is known, none is missing, all can be stored.</summary>
internal abstract class Body(byte[] bytes)
{
    public const int Largest = 1_048_576;
    public const string TooLarge = "A body has at most 1 MiB.", WrongType = "The body is JSON, so its Content-Type is application/json.";
    private const string Misfit = "request.field";

    /// <summary>SHA-256 in hex of the bytes as they came; the same key with other bytes is another request.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes));

    protected static async Task<byte[]> ReadBytes(HttpContext http)
    {
        if (http.Request.ContentLength > Largest) throw new RefusedRequestException(413, "request.too-large", TooLarge);
        using var buffer = new MemoryStream();
        var block = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(block, http.RequestAborted)) > 0;)
        {
            buffer.Write(block, 0, read);
            if (buffer.Length > Largest) throw new RefusedRequestException(413, "request.too-large", TooLarge);
        }
        if (buffer.Length > 0 && !IsJson(http.Request.ContentType)) throw new RefusedRequestException(415, "request.content-type", WrongType);
        return buffer.ToArray();
    }

    protected static T Parse<T>(byte[] bytes)
    {
        using var json = ParseJson(bytes);
        Storable.Require(json.RootElement);
        try
        {
            return json.RootElement.Deserialize<T>(ChimeraJson.Strict) ?? throw new RuleViolationException(Misfit, "null is not allowed here.", "");
        }
        catch (JsonException misfit)
        {
            throw new RuleViolationException(Misfit, ChimeraJson.Sentence(misfit), ChimeraJson.Pointer(misfit.Path) + FirstMissing(misfit));
        }
    }

    private static JsonDocument ParseJson(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException malformed)
        {
            throw new RefusedRequestException(400, "request.malformed",
                $"The body is not JSON: line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}.");
        }
    }

    private static string FirstMissing(JsonException misfit) =>
        misfit.Message.Split("including: '") is [_, var names] ? "/" + names.Split('\'')[0] : "";

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase) &&
        (type.Encoding is null || type.Encoding.WebName == "utf-8");
}

/// <summary>A body that must be there.</summary>
internal sealed class Body<T>(byte[] bytes) : Body(bytes), IEndpointParameterMetadataProvider
{
    public T Value { get; } = Parse<T>(bytes);

    public static async ValueTask<Body<T>?> BindAsync(HttpContext http) => new(await ReadBytes(http));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([MediaTypeNames.Application.Json], typeof(T)));
}

/// <summary>A body that may be left away: <typeparamref name="T"/> has no field that is needed.</summary>
internal sealed class OptionalBody<T>(byte[] bytes) : Body(bytes), IEndpointParameterMetadataProvider where T : new()
{
    public T Value { get; } = bytes.Length == 0 ? new() : Parse<T>(bytes);

    public static async ValueTask<OptionalBody<T>?> BindAsync(HttpContext http) => new(await ReadBytes(http));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([MediaTypeNames.Application.Json], typeof(T), isOptional: true));
}
