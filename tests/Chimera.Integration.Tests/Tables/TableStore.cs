using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Domain;
using JasperFx.Events;
using Marten;
using Npgsql;
using Weasel.Core;

namespace Chimera.Integration.Tests.Tables;

/// <summary>An event store in a database of its own.</summary>
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
        var database = NpgsqlDataSource.Create(connection);
        await new Migration(database).Apply(cancellation);
        return new(DocumentStore.For(options => Configure(options, connection)), database);
    }

    public async Task Append(Guid stream, params object[] events)
    {
        await using var session = Events.LightweightSession();
        session.SetHeader("trace_id", "trace of " + stream);
        session.SetHeader("ip_address", "2001:db8::1");
        session.SetHeader("user_agent", "test/1");
        if (events.Length == 1) session.SetHeader("agent_id", stream.ToString());
        session.LastModifiedBy = "ada";
        session.Events.Append(stream, events);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async Task AppendEveryKind(int seeds = 1)
    {
        for (var seed = 1; seed <= seeds; seed++)
            foreach (var (stream, events) in EveryKindOfEvent.Of(seed)) await Append(stream, events);
    }

    public async Task Run(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
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
        options.AutoCreateSchemaObjects = JasperFx.AutoCreate.None;
        options.UseSystemTextJsonForSerialization(new JsonSerializerOptions(ChimeraJson.Stored), EnumStorage.AsString, Casing.SnakeCase,
            json => json.Converters.Insert(0, new EnumWords()));
        options.Events.AppendMode = EventAppendMode.Quick;
        var metadata = options.Events.MetadataConfig;
        metadata.HeadersEnabled = metadata.CorrelationIdEnabled = metadata.CausationIdEnabled = metadata.UserNameEnabled = true;
        options.AddChimeraEvents();
    }
}
