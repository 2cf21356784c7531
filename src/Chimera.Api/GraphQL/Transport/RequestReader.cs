using System.Text.Json;
using Chimera.Api.Rest;
using GraphQL;
using GraphQL.Transport;
using Microsoft.Net.Http.Headers;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>Reads a request from the query of a GET or the body of a POST.</summary>
internal sealed class RequestReader(Json json)
{
    private const string Malformed = "request.malformed";

    public async Task<GraphQLRequest> Read(HttpRequest http)
    {
        try
        {
            var request = HttpMethods.IsGet(http.Method) ? FromQuery(http.Query) : await FromBody(http);
            return request is null || (string.IsNullOrEmpty(request.Query) && string.IsNullOrEmpty(request.DocumentId))
                ? throw new RefusedRequestException(400, Malformed, "A request has a query or a documentId.")
                : request;
        }
        // The library's reader answers a field of the wrong type with the second of these.
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new RefusedRequestException(400, Malformed, "The request is a JSON object with query or documentId, variables, operationName and extensions.");
        }
    }

    private GraphQLRequest FromQuery(IQueryCollection query)
    {
        string? Value(string name) => query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
        Inputs? Object(string name) => Value(name) is { } text ? json.Deserialize<Inputs>(text) : null;
        return new()
        {
            Query = Value("query"), OperationName = Value("operationName"), DocumentId = Value("documentId"), Variables = Object("variables"),
            Extensions = Object("extensions")
        };
    }

    private async Task<GraphQLRequest?> FromBody(HttpRequest http)
    {
        if (!IsJson(http.ContentType)) throw new RefusedRequestException(415, "request.content-type", Body.WrongType);
        return await json.ReadAsync<GraphQLRequest>(http.Body, http.HttpContext.RequestAborted);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(AcceptedMedia.Json, StringComparison.OrdinalIgnoreCase) &&
        (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
