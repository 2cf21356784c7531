using System.Text.Json;
using Chimera.Domain;
using Chimera.Projections;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;

namespace Chimera.Integration.Tests.Tables;

/// <summary>An event store with the tables, in a database of its own.</summary>
internal sealed class TableStore(IDocumentStore store, NpgsqlDataSource database) : IAsyncDisposable
{
    public IDocumentStore Events { get; } = store;
    public NpgsqlDataSource Database { get; } = database;

    public static async Task<TableStore> Create(PostgresFixture postgres, CancellationToken cancellation)
    {
        var name = "tables_" + Guid.NewGuid().ToString("N");
        await using (var server = NpgsqlDataSource.Create(postgres.ConnectionString))
        await using (var create = server.CreateCommand($"create database {name}")) await create.ExecuteNonQueryAsync(cancellation);
        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = name, SearchPath = "public" }.ConnectionString;
        var store = DocumentStore.For(options => Configure(options, connection));
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        return new(store, NpgsqlDataSource.Create(connection));
    }

    public async Task<IProjectionDaemon> StartDaemon()
    {
        var daemon = await Events.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();
        return daemon;
    }

    public async ValueTask DisposeAsync()
    {
        Events.Dispose();
        await Database.DisposeAsync();
    }

    private static void Configure(StoreOptions options, string connection)
    {
        options.Connection(connection);
        options.DatabaseSchemaName = options.Events.DatabaseSchemaName = "chimera_events";
        options.UseSystemTextJsonForSerialization(ChimeraJson.Configure(new(JsonSerializerDefaults.Web)));
        options.Events.AppendMode = EventAppendMode.Quick;
        var metadata = options.Events.MetadataConfig;
        metadata.HeadersEnabled = metadata.CorrelationIdEnabled = metadata.CausationIdEnabled = metadata.UserNameEnabled = true;
        options.AddChimeraTables();
    }
}
