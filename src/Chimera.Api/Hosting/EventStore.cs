using System.Text.Json;
using Chimera.Domain;
using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;
using Weasel.Core;
using Wolverine.Marten;

namespace Chimera.Api.Hosting;

/// <summary>Marten: where events are stored and how.</summary>
internal static class EventStore
{
    public const string Schema = "chimera_events", MessageSchema = "chimera_messages";

    public const string Planning = "-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0 -c jit=off";

    public static void AddEventStore(this WebApplicationBuilder builder, HostSettings settings)
    {
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(Tuned(settings.ConnectionString)));
        builder.Services.AddMarten(options =>
            {
                options.AutoCreateSchemaObjects = AutoCreate.None; // scripts make them (ADR 0012)
                options.DatabaseSchemaName = Schema;
                options.Events.DatabaseSchemaName = Schema;
                // Marten overrides names and enums of the options it is given, so both are set once more after it.
                options.UseSystemTextJsonForSerialization(new JsonSerializerOptions(ChimeraJson.Stored), EnumStorage.AsString, Casing.SnakeCase,
                    json => json.Converters.Insert(0, new EnumWords()));
                options.Events.AppendMode = EventAppendMode.Quick;
                // A losing append waits for the winner instead of leaving a hole in the sequence.
                options.Events.UseExclusiveLockOnConcurrentAppends = true;
                options.Events.MetadataConfig.HeadersEnabled = true;
                options.Events.MetadataConfig.CorrelationIdEnabled = true;
                options.Events.MetadataConfig.CausationIdEnabled = true;
                options.Events.MetadataConfig.UserNameEnabled = true;
                options.DisableNpgsqlLogging = true;
                options.AddChimeraEvents();
            })
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine(wolverine => wolverine.MessageStorageSchemaName = MessageSchema);
    }

    /// <summary>
    /// The pipeline repeats a few dozen statements for ever: prepared once a connection, they are parsed and planned once (ADR 0009). The generic
    /// plan also keeps a chunk's read of 200 streams on the index; planned for its values it becomes a scan of the whole store. Nothing sets up a session
    /// but for a transaction, and locks are given back by whoever took them: a returned connection needs no reset.
    /// </summary>
    public static string Tuned(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, MaxPoolSize = 60, ReadBufferSize = 32768, WriteBufferSize = 32768, NoResetOnClose = true, ApplicationName = "chimera",
        Options = Planning
    }.ConnectionString;
}
