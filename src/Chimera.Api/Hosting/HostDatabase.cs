namespace Chimera.Api.Hosting;

/// <summary>The database of a home: the one that <c>DATABASE_URL</c> names, or else the embedded one, which runs as long as this lives.</summary>
internal sealed class HostDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? postgres;

    private HostDatabase(HostSettings settings, EmbeddedPostgres? postgres) => (Settings, this.postgres) = (settings, postgres);

    /// <summary>With the connection.</summary>
    public HostSettings Settings { get; }

    public int? PostmasterPid => postgres?.PostmasterPid;

    public static async Task<HostDatabase> Open(HostSettings settings, CancellationToken cancellation)
    {
        if (settings.ConnectionString.Length > 0) return new(settings, null);
        if (HostSettings.DatabaseFromEnvironment() is { } own) return new(settings with { ConnectionString = own }, null);
        var postgres = await EmbeddedPostgres.Start(settings.Home, cancellation);
        return new(settings with { ConnectionString = postgres.ConnectionString }, postgres);
    }

    public ValueTask DisposeAsync() => postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}
