using Chimera.Api.GraphQL.Figures;
using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using Chimera.Api.GraphQL.Transport;
using Chimera.Api.GraphQL.Watching;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL;

/// <summary>Reading over GraphQL (docs/graphql.md).</summary>
internal static class GraphQLApi
{
    public const string Route = "/graphql";

    public static void AddGraphQLApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddGraphQL(graphql => graphql
            .AddSchema<ChimeraSchema>()
            .AddErrorInfoProvider<Failures>()
            .AddExecutionStrategy<WrittenStrategy>(OperationType.Query)
            .AddExecutionStrategy<WatchingStrategy>(OperationType.Subscription));
        services.AddSingleton<Json>().AddSingleton<IGraphQLTextSerializer>(provider => provider.GetRequiredService<Json>()).AddSingleton<Failures>();
        services.AddSingleton<Moments>().AddSingleton<EventType>().AddSingleton<Histories>().AddSingleton<Differences>().AddSingleton<Subscriptions>();
        services.AddSingleton<Counts>().AddSingleton<Charts>().AddSingleton<TasksInQueues>().AddSingleton<QueueDepths>().AddSingleton<ProjectionState>();
        services.AddSingleton<Plans>().AddSingleton<ReadDatabase>().AddSingleton<TableReader>().AddSingleton<TableResolver>();
        services.AddSingleton(_ => new DocumentCache()).AddSingleton(_ => PersistedDocuments.FromEnvironment());
        services.AddSingleton<IDocumentValidator, KnownDocuments>().AddSingleton<Limits>().AddSingleton<Operations>();
        services.AddSingleton<RequestReader>().AddSingleton<EventStream>().AddSingleton<SocketEndpoint>().AddSingleton<GraphQLEndpoint>();
    }

    public static void MapGraphQLApi(this WebApplication app)
    {
        app.UseWebSockets();
        app.Map(Route, app.Services.GetRequiredService<GraphQLEndpoint>().Handle).ExcludeFromDescription();
        GraphiQLPage.Map(app);
    }
}
