using System.Buffers;
using Chimera.Api.Rest;
using GraphQL;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>GraphQL over HTTP: GET and POST, one answer or a stream of events, and the door to the socket.</summary>
internal sealed class GraphQLEndpoint(Operations operations, RequestReader requests, Json json, EventStream events, SocketEndpoint sockets)
{
    public Task Handle(HttpContext http) => http.WebSockets.IsWebSocketRequest ? sockets.Handle(http) : Answer(http);

    private async Task Answer(HttpContext http)
    {
        var media = AcceptedMedia.Of(http.Request);
        try
        {
            RequireMethod(http);
            if (media is null) throw new RefusedRequestException(406, "request.accept", $"The answer is {AcceptedMedia.GraphQL}, {AcceptedMedia.Json} or {AcceptedMedia.Events}.");
            var request = await requests.Read(http.Request);
            var result = await operations.Execute(request, http, HttpMethods.IsGet(http.Request.Method), http.RequestAborted);
            if (media == AcceptedMedia.Events) await events.Send(http, result);
            else await Write(http, media, StatusOf(http, media, result), result);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // nobody is there to read an answer
        }
        catch (BadHttpRequestException bad)
        {
            var code = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "request.too-large" : "request.refused";
            await Write(http, AcceptedMedia.Json, bad.StatusCode, new ExecutionResult(Failures.Error(code, "The request could not be read.")));
        }
        catch (RefusedRequestException refused)
        {
            await Write(http, media is null or AcceptedMedia.Events ? AcceptedMedia.Json : media, refused.Status, new ExecutionResult(Failures.Error(refused.Code, refused.Message)));
        }
    }

    private static void RequireMethod(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsPost(http.Request.Method)) return;
        http.Response.Headers.Allow = "GET, POST";
        throw new RefusedRequestException(405, Failures.Method, $"This address does not take {http.Request.Method}.");
    }

    /// <summary>What was not executed is the request's fault; those who asked for plain JSON are told so in the body only, as old clients expect.</summary>
    private static int StatusOf(HttpContext http, string media, ExecutionResult result)
    {
        if (result.Streams is not null) throw new RefusedRequestException(406, "request.accept", $"A subscription answers as {AcceptedMedia.Events}, or over a WebSocket.");
        if (result.Executed) return StatusCodes.Status200OK;
        if (result.Errors?.Any(error => error.Code == Failures.Method) == true)
        {
            http.Response.Headers.Allow = "POST";
            return StatusCodes.Status405MethodNotAllowed;
        }
        return media == AcceptedMedia.GraphQL ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
    }

    private async Task Write(HttpContext http, string media, int status, ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        json.Write(buffer, result);
        http.Response.StatusCode = status;
        http.Response.ContentType = media + "; charset=utf-8";
        http.Response.ContentLength = buffer.WrittenCount;
        await http.Response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
    }
}
