using System.Text.Json;
using System.Text.Json.Serialization;
using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using Chimera.Handlers.DeadLetters;
using Chimera.Handlers.Tasks;

namespace Chimera.Api.Rest;

/// <summary>Writing and single reads over HTTP (docs/rest-api.md).</summary>
internal static class RestApi
{
    public const string Root = "/api/v1";

    private static readonly Type[] OnlyFromOutside =
    [
        typeof(CreateAgent), typeof(ReviseAgent), typeof(ResumeAgent), typeof(ArchiveAgent), typeof(CreateCampaign), typeof(ReviseCampaign), typeof(LaunchCampaign),
        typeof(PauseCampaign), typeof(ResumeCampaign), typeof(CancelTask), typeof(RetryTask), typeof(RescheduleTask), typeof(AssignHitlItem),
        typeof(DecideHitlItem), typeof(EditDeadLetter), typeof(RedriveDeadLetter), typeof(DiscardDeadLetter),
        typeof(AcknowledgeAlert)
    ];

    public static void AddRestApi(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = Body.Largest;
            kestrel.AddServerHeader = false;
        });
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(json => Describe(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<Problems>().AddExceptionHandler<Problems>().AddProblemDetails().AddHttpContextAccessor();
        services.AddScoped<Commands>();
        services.AddSingleton<Streams>().AddSingleton<Pages>().AddSingleton<HitlSubjects>();
        services.AddSingleton<SoulFiles>().AddSingleton<ProjectionStates>();
        services.AddSingleton<Idempotency>().AddSingleton<IdempotencyKeys>().AddHostedService(provider => provider.GetRequiredService<IdempotencyKeys>());
        builder.AddApiDocument();
        // Wolverine logs a refused command as an error, with all it contains. Whoever sent it is told; what is our own fault, Problems logs.
        foreach (var command in OnlyFromOutside) builder.Logging.AddFilter(command.FullName, LogLevel.None);
    }

    public static void MapRestApi(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(Problems.WriteStatus);
        app.UseAccess();
        var api = app.MapGroup(Root).AddEndpointFilter<RouteGroupBuilder, Idempotency>();
        Agents.Map(api);
        Campaigns.Map(api);
        Tasks.Map(api);
        Results.Map(api);
        Hitl.Map(api);
        Transactions.Map(api);
        Projections.Map(api);
        DeadLetters.Map(api);
        Alerts.Map(api);
        ToolServers.Map(api);
        Sandbox.Map(app);
        Media.Map(app);
        Health.Map(app);
        app.MapApiDocument();
    }

    /// <summary>For processes that only take messages.</summary>
    public static void MapHealthOnly(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(Problems.WriteStatus);
        Health.Map(app);
    }

    /// <summary>Bodies and answers are read and written by <see cref="ChimeraJson"/> itself; these options are what the OpenAPI generator reads.</summary>
    private static void Describe(JsonSerializerOptions json)
    {
        ChimeraJson.Configure(json).NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)); // the only one whose words it knows
    }
}
