using Chimera.Api.GraphQL;
using Chimera.Api.Rest;
using Wolverine.Persistence.Durability;

namespace Chimera.Api.Hosting;

/// <summary>The whole platform in one process: database, pipeline, tables and API.</summary>
public sealed class ChimeraHost : IAsyncDisposable
{
    private readonly EmbeddedPostgres? postgres;

    private ChimeraHost(WebApplication app, HostSettings settings, EmbeddedPostgres? postgres) => (App, Settings, this.postgres) = (app, settings, postgres);

    public WebApplication App { get; }
    public HostSettings Settings { get; }

    /// <summary>The embedded server's main process, for those who measure it; null with a database of one's own.</summary>
    public int? PostmasterPid => postgres?.PostmasterPid;

    /// <summary>Starts the database, unless <c>DATABASE_URL</c> names one, and then everything else.</summary>
    /// <param name="configure">Replaces parts, for benchmarks and tests.</param>
    public static async Task<ChimeraHost> Start(HostSettings settings, Action<WebApplicationBuilder>? configure = null, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(settings.Home);
        EmbeddedPostgres? postgres = null;
        if (settings.ConnectionString.Length == 0)
        {
            postgres = HostSettings.DatabaseFromEnvironment() is null ? await EmbeddedPostgres.Start(settings.Home, cancellation) : null;
            settings = settings with { ConnectionString = postgres?.ConnectionString ?? HostSettings.DatabaseFromEnvironment()! };
        }
        try
        {
            var app = Compose(settings, configure);
            await TakeOverMessages(app);
            await app.StartAsync(cancellation);
            return new(app, settings, postgres);
        }
        catch
        {
            if (postgres is not null) await postgres.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
    }

    /// <summary>Everything but the database and the start, for tests that bring a server of their own.</summary>
    internal static WebApplicationBuilder Builder(HostSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Services.AddSingleton(settings);
        builder.AddLogging();
        builder.AddEventStore(settings);
        builder.AddTables();
        builder.AddMessaging();
        builder.AddStages();
        builder.AddIntegrations(settings);
        builder.AddRestApi();
        builder.AddGraphQLApi();
        configure?.Invoke(builder);
        return builder;
    }

    internal static void Map(WebApplication app)
    {
        app.MapRestApi();
        app.MapGraphQLApi();
    }

    private static WebApplication Compose(HostSettings settings, Action<WebApplicationBuilder>? configure)
    {
        var app = Builder(settings, configure).Build();
        Map(app);
        return app;
    }

    /// <summary>A process that was killed still owns the messages it had; this one, the only one on this database, takes them over at once.</summary>
    private static async Task TakeOverMessages(WebApplication app)
    {
        var store = app.Services.GetRequiredService<IMessageStore>();
        await store.Admin.MigrateAsync();
        await store.Admin.ReleaseAllOwnershipAsync();
    }
}
