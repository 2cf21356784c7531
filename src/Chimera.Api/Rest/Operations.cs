using System.Net.Mime;

namespace Chimera.Api.Rest;

/// <summary>What every kind of operation says of itself in the OpenAPI document.</summary>
internal static class Operations
{
    public static void Creates<T>(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.Describe(id, summary, description).Gives<T>(StatusCodes.Status201Created).Fails(400, 409, 413, 415, 422, 500);

    public static void Lists<T>(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.Describe(id, summary, description).Gives<Page<T>>(StatusCodes.Status200OK).Fails(400, 500);

    public static void Shows<T>(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.Describe(id, summary, description).Gives<T>(StatusCodes.Status200OK).Produces(StatusCodes.Status304NotModified).Fails(400, 404, 500);

    public static void Counts<T>(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.Describe(id, summary, description).Gives<T>(StatusCodes.Status200OK).Fails(400, 404, 500);

    public static void Reports<T>(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.Describe(id, summary, description).Gives<T>(StatusCodes.Status200OK).Fails(500, 503);

    public static void Acts<T>(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.Describe(id, summary, description).Gives<T>(StatusCodes.Status200OK).Fails(400, 404, 409, 412, 413, 415, 422, 500);

    public static void Deletes(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.Describe(id, summary, description).Produces(StatusCodes.Status204NoContent).Fails(400, 404, 409, 412, 500);

    /// <summary>For what is like no other.</summary>
    public static void Answers<T>(this RouteHandlerBuilder route, int status, string id, string summary, string description, params ReadOnlySpan<int> failures) =>
        route.Describe(id, summary, description).Gives<T>(status).Fails(failures);

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string id, string summary, string description) =>
        route.WithName(id).WithSummary(summary).WithDescription(description);

    private static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route, int status) => route.Produces<T>(status, MediaTypeNames.Application.Json);

    private static void Fails(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) route.Produces<Problem>(status, Problem.MediaType);
    }
}
