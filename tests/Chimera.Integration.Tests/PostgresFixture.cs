using Chimera.Api.Hosting;
using Chimera.Integration.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Chimera.Integration.Tests.PostgresFixture))]

namespace Chimera.Integration.Tests;

/// <summary>A Postgres server of this test run's own, gone when the run ends.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly PostgresHome home = new();
    private EmbeddedPostgres server = null!;

    public string ConnectionString => server.ConnectionString;

    public async ValueTask InitializeAsync() => server = await home.Start();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        home.Dispose();
    }
}
