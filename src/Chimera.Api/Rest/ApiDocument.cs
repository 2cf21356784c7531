using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Chimera.Api.Rest;

/// <summary>The OpenAPI document: what the endpoints say of themselves, and the headers that they all share.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Complete(document));
        options.AddSchemaTransformer((schema, context, _) => ApiSchemas.Complete(schema, context));
        options.AddOperationTransformer((operation, context, _) => ApiOperations.Complete(operation, context));
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/docs", scalar => scalar.WithTitle("Chimera API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts());
    }

    private static Task Complete(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Chimera", Version = "1.0.0", Contact = new() { Name = "Chimera" },
            Description = "The writing side of Chimera: agents, campaigns, tasks and human decisions. Every change is an event; " +
                "a single resource is folded from its events, lists come from tables that follow within a fraction of a second."
        };
        document.Servers = [new() { Url = "/", Description = "The host that serves this document." }];
        document.Tags = new HashSet<OpenApiTag>
        {
            Tag("Agents", "Personas with accounts and a wallet."), Tag("Campaigns", "Briefs with a budget."), Tag("Tasks", "What agents do."),
            Tag("Results", "What came of it."), Tag("Human review", "What waits for a human."), Tag("Transactions", "Value that moves."),
            Tag("Projections", "The tables: how far they follow the events, rebuilds, rollback, what is set aside."),
            Tag("Alerts", "What an operator has to know, until somebody has seen it."),
            Tag("Tool servers", "The servers whose tools are called, and an operator's yes to those that want one."),
            Tag("Dead letters", "Messages that failed for good, and what to do about them."),
            Tag("Health", "For those who start and watch the process.")
        };
        return Task.CompletedTask;
    }

    private static OpenApiTag Tag(string name, string description) => new() { Name = name, Description = description };
}
