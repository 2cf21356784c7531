using System.ComponentModel;
using Chimera.Domain;
using Chimera.Handlers;
using Chimera.Handlers.Pooling;
using JasperFx;
using JasperFx.Events;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>What went wrong, as RFC 9457 writes it.</summary>
[Description("What went wrong (RFC 9457). `code` names the rule and is stable; `pointer` (RFC 6901) names the offending field of the body, where there is one.")]
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code, string TraceId, string? Pointer = null)
{
    public const string MediaType = "application/problem+json";
}

/// <summary>The one place where exceptions become problems.</summary>
internal sealed class Problems(ILogger<Problems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellation)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested) return true; // nobody is there to read it
        var (status, code, detail, pointer) = Explain(exception, http);
        await Write(http, status, code, detail, pointer);
        return true;
    }

    /// <summary>What a failure means to whoever asked; what is our own fault is logged.</summary>
    public (int Status, string Code, string Detail, string? Pointer) Explain(Exception exception, HttpContext http)
    {
        var explained = Of(exception);
        if (explained.Status == 503) log.LogWarning("{Method} {Path} was refused: {Reason}", http.Request.Method, http.Request.Path, exception.Message);
        else if (explained.Status >= 500) log.LogError(exception, "{Method} {Path} failed, trace {TraceId}", http.Request.Method, http.Request.Path, RequestTrace.Of(http));
        return explained;
    }

    /// <summary>True for a request that was refused, so that nothing has happened.</summary>
    public static bool IsRefusal(Exception exception) => Of(exception).Status < 500;

    /// <summary>For what the framework answers without a body: unknown routes, methods and content types.</summary>
    public static Task WriteStatus(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var (code, detail) = http.Response.StatusCode switch
        {
            403 => ("request.origin", "This host is not known by that name, or a web page from elsewhere asks."),
            404 => ("request.route", "There is nothing at this address."),
            405 => ("request.method", $"This address does not take {http.Request.Method}."),
            413 => ("request.too-large", Body.TooLarge),
            415 => ("request.content-type", Body.WrongType),
            _ => ("request.refused", "The request was refused.")
        };
        return Write(http, http.Response.StatusCode, code, detail, null);
    }

    private static (int Status, string Code, string Detail, string? Pointer) Of(Exception exception) => exception switch
    {
        RuleViolationException broken => (StatusOf(broken.Code), broken.Code, broken.Message, broken.Pointer),
        RefusedRequestException refused => (refused.Status, refused.Code, refused.Message, refused.Pointer),
        UnknownIdException unknown => (404, unknown.Code, unknown.Message, null),
        AlreadyExistsException exists => (409, exists.Code, exists.Message, null),
        ConcurrencyException or EventStreamUnexpectedMaxEventIdException or ExistingStreamIdCollisionException
            or Marten.Exceptions.ExistingStreamIdCollisionException or StreamMovedException => (409, "request.conflict", "Somebody else changed it at the same moment. Read it again and repeat.", null),
        BadHttpRequestException { StatusCode: 413 } => (413, "request.too-large", Body.TooLarge, null),
        BadHttpRequestException { StatusCode: 415 } => (415, "request.content-type", Body.WrongType, null),
        BadHttpRequestException { StatusCode: 400 } => (400, "request.parameter", "A value in the path or the query is not one that it takes.", null),
        BadHttpRequestException bad => (bad.StatusCode, "request.refused", "The request could not be read.", null),
        _ when IsOutage(exception) => (503, "database.unavailable", "The database does not answer. Repeat the request in a moment.", null),
        _ => (500, "internal", "Something went wrong here. The log tells what, under this trace id.", null)
    };

    /// <summary>The server is gone, starting or stopping; what it refuses for another reason is no outage.</summary>
    private static bool IsOutage(Exception? failure) => failure switch
    {
        null => false,
        PostgresException refused => refused.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow,
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } => true,
        _ => IsOutage(failure.InnerException)
    };

    /// <summary>A few rules of the read side say what HTTP has a status of its own for.</summary>
    private static int StatusOf(string rule) => rule switch
    {
        "poison.unknown" => 404,
        "rebuild.running" => 409,
        _ => 422
    };

    private static Task Write(HttpContext http, int status, string code, string detail, string? pointer)
    {
        http.Response.StatusCode = status;
        var problem = new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, code, RequestTrace.Of(http), pointer);
        return http.Response.WriteAsJsonAsync(problem, ChimeraJson.Stored, Problem.MediaType, http.RequestAborted);
    }
}
