using Chimera.Api.GraphQL;
using Chimera.Api.Hosting.Rabbit;
using Chimera.Api.Hosting.Reaping;
using Chimera.Api.Mcp;
using Chimera.Api.Rest;
using Wolverine.Persistence.Durability;

namespace Chimera.Api.Hosting;

/// <summary>The platform in one process, or those roles of it that the settings name: database, pipeline, tables and API.</summary>
public sealed class ChimeraHost : IAsyncDisposable
{
    private readonly HostDatabase database;

    private ChimeraHost(WebApplication app, HostDatabase database) => (App, this.database) = (app, database);

    public WebApplication App { get; }
    public HostSettings Settings => database.Settings;

    /// <summary>The embedded server's main process, for those who measure it; null with a database of one's own.</summary>
    public int? PostmasterPid => database.PostmasterPid;

    /// <summary>Starts the database, unless <c>DATABASE_URL</c> names one, brings it to the newest version, and then starts everything else.</summary>
    /// <param name="configure">Replaces parts, for benchmarks and tests.</param>
    public static async Task<ChimeraHost> Start(HostSettings settings, Action<WebApplicationBuilder>? configure = null, CancellationToken cancellation = default)
    {
        if (settings.Roles != Roles.All && (settings.RabbitUrl.Length == 0 || (settings.ConnectionString.Length == 0 && HostSettings.DatabaseFromEnvironment() is null)))
            throw new HostSettingException("setting.roles", "CHIMERA_ROLES shares the work among processes: name what they share in DATABASE_URL and RABBITMQ_URL.");
        if (settings.Redis.Dispatches && settings.RabbitUrl.Length > 0)
            throw new HostSettingException("setting.dispatch", "CHIMERA_DISPATCH=redis and RABBITMQ_URL exclude each other: the lists are kept by one process.");
        Directory.CreateDirectory(settings.Home);
        var database = await HostDatabase.Open(settings, cancellation);
        try
        {
            await Migration.Prepare(database.Settings, cancellation);
            var broker = settings.RabbitUrl is { Length: > 0 } url ? await RabbitBroker.Find(url, Console.Error.WriteLine, cancellation) : null;
            var app = Compose(database.Settings with { Broker = broker }, configure);
            if (broker is null) await TakeOverMessages(app);
            await app.StartAsync(cancellation);
            return new(app, database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Everything but the database and the start, for tests that bring a server of their own.</summary>
    internal static WebApplicationBuilder Builder(HostSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        RequestTrace.BeginWithTime();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Services.AddSingleton(settings);
        builder.AddLogging();
        builder.AddEventStore(settings);
        builder.AddTables(settings.Roles);
        builder.AddMessaging(settings);
        builder.AddStages();
        builder.AddIntegrations(settings);
        builder.AddReaping(settings);
        builder.AddRedis(settings.Redis);
        builder.AddRestApi();
        builder.AddGraphQLApi();
        builder.AddMcpApi();
        configure?.Invoke(builder);
        return builder;
    }

    internal static void Map(WebApplication app)
    {
        if (!app.Services.GetRequiredService<HostSettings>().Roles.HasFlag(Roles.Orchestrator))
        {
            app.MapHealthOnly();
            return;
        }
        app.MapRestApi();
        app.MapGraphQLApi();
        app.MapMcpApi();
    }

    private static WebApplication Compose(HostSettings settings, Action<WebApplicationBuilder>? configure)
    {
        var app = Builder(settings, configure).Build();
        Map(app);
        return app;
    }

    /// <summary>A process that was killed still owns the messages it had; this one, the only one on this database, takes them over at once.</summary>
    private static Task TakeOverMessages(WebApplication app) =>
        app.Services.GetRequiredService<IMessageStore>().Admin.ReleaseAllOwnershipAsync();
}
