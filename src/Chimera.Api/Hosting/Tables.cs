using Chimera.Domain;
using Chimera.Projections.Events;
using Chimera.Projections;
using Marten.Services;
using Marten;

namespace Chimera.Api.Hosting;

/// <summary>The read side: live tables, rebuilds, tables of the past.</summary>
internal static class Tables
{
    public static void AddTables(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TableSet.Current);
        services.AddSingleton<TableWake>().AddSingleton<TableFeed>().AddSingleton<TableCatalog>();
        services.AddSingleton<EventLog>().AddSingleton<RowHistory>();
        services.AddSingleton<PoisonEvents>().AddSingleton<RebuildLog>().AddSingleton<TableRebuild>();
        services.AddSingleton(builder.Configuration.GetSection(AsOfOptions.Section).Get<AsOfOptions>() ?? new()).AddSingleton<AsOfTables>();
        services.AddSingleton<LiveTables>().AddHostedService<Following>();
        services.AddHostedService<Sweeping>();
        services.ConfigureMarten((provider, options) => options.Listeners.Add(new Waking(provider.GetRequiredService<TableWake>())));
    }

    /// <summary>Names the domain's events as readers know them.</summary>
    public static void AddChimeraEvents(this StoreOptions options)
    {
        foreach (var (name, type) in EventTypes.ByName) options.Events.MapEventType(type, name);
    }

    private sealed class Waking(TableWake wake) : DocumentSessionListenerBase
    {
        public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
        {
            wake.Committed();
            return Task.CompletedTask;
        }
    }

    private sealed class Following(LiveTables tables) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => tables.Run(stoppingToken);
    }

    private sealed class Sweeping(AsOfTables tables, ILogger<AsOfTables> log) : BackgroundService
    {
        private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(Every);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await tables.Sweep(stoppingToken);
                }
                catch (Npgsql.NpgsqlException lost)
                {
                    log.LogWarning(lost, "Tables of the past could not be swept; the next minute tries again");
                }
            }
        }
    }
}
