using Alba;
using Chimera.Api.Hosting;
using Chimera.Integration.Tests;
using Chimera.Integration.Tests.Hosting;
using Chimera.Integrations.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(ChimeraFixture))]

namespace Chimera.Integration.Tests;

/// <summary>One host on one database for all classes: the real composition, with a planner, a writer and judges made for tests.</summary>
public sealed class ChimeraFixture : IAsyncLifetime
{
    /// <summary>Of all hosts on sockets.</summary>
    public const string Secret = "a secret of the tests, of no worth";

    private readonly PostgresHome home = new();
    private EmbeddedPostgres? postgres;

    /// <summary>Requests in memory, through the whole of the host but its socket.</summary>
    public IAlbaHost Alba { get; private set; } = null!;
    public HostSettings Settings { get; private set; } = null!;

    public NpgsqlDataSource Database => Alba.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        postgres = await home.Start();
        Settings = SettingsFor(postgres.ConnectionString, 0);
        await Migration.Prepare(Settings);
        Alba = await ChimeraHost.Builder(Settings, Replace).StartAlbaAsync(ChimeraHost.Map);
    }

    public async ValueTask DisposeAsync()
    {
        if (Alba is not null) await Alba.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        home.Dispose();
    }

    /// <summary>A host with a socket, on a database of its own in the same server.</summary>
    public async Task<ChimeraHost> StartOnSocket(Action<WebApplicationBuilder>? configure = null, string? mcpServers = null)
    {
        var name = $"socket_{Guid.NewGuid():N}";
        await using (var create = Database.CreateCommand($"create database {name}")) await create.ExecuteNonQueryAsync();
        var connection = new NpgsqlConnectionStringBuilder(Settings.ConnectionString) { Database = name };
        return await StartOnSocket(connection.ConnectionString, configure, mcpServers: mcpServers);
    }

    /// <summary>A host with a socket, on a database that is there.</summary>
    /// <param name="mcpServers"><c>MCP_SERVERS</c>.</param>
    public Task<ChimeraHost> StartOnSocket(string connection, Action<WebApplicationBuilder>? configure = null, bool migrates = true, string? mcpServers = null) =>
        ChimeraHost.Start(SettingsFor(connection, LoopbackPort.Free()) with { Migrates = migrates, McpServers = McpServerSettings.Parse(mcpServers), Secret = new(Secret) }, builder =>
        {
            Replace(builder);
            configure?.Invoke(builder);
        });

    public async Task<T> Ask<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private HostSettings SettingsFor(string connection, int port) => new(home.Path, port, $"http://127.0.0.1:{port}",
        Directory.CreateDirectory(home.File("personas")).FullName, Directory.CreateDirectory(home.File("media")).FullName, connection);

    private static void Replace(WebApplicationBuilder builder) => Fakes.Register(builder.Services);
}
