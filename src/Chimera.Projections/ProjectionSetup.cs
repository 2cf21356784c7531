using Chimera.Domain.Agents;
using Chimera.Projections.Tables;
using JasperFx.Events.Projections;
using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;

namespace Chimera.Projections;

public static class ProjectionSetup
{
    /// <summary>Registers the domain's events, the tables' schema and the projection that keeps them up to date.</summary>
    public static void AddChimeraTables(this StoreOptions options)
    {
        options.Events.AddEventTypes(EventTypes());
        options.Storage.Add(new TableSchema(options));
        options.Projections.Add(new LiveTables(TableSet.LiveSchema), ProjectionLifecycle.Async, LiveTables.Name, shard =>
        {
            shard.BatchSize = 2000;
            foreach (var table in TableSet.All.Reverse()) shard.DeleteDataInTableOnTeardown($"{TableSet.LiveSchema}.{table.Name}");
        });
        PollQuickly(options);
    }

    /// <summary>Every event of the domain: a sealed record whose base is an abstract <c>…Event</c>.</summary>
    public static IEnumerable<Type> EventTypes() => typeof(AgentEvent).Assembly.GetTypes().Where(type =>
        type.IsSealed && type.BaseType is { IsAbstract: true } family && family.Name.EndsWith("Event", StringComparison.Ordinal));

    // Waking by NOTIFY would make PostgreSQL serialise every commit that appends, so the daemon asks, often. A gap left by a rolled-back append
    // holds it up for the threshold only: Marten skips a gap when no transaction is alive that could still fill it.
    private static void PollQuickly(StoreOptions options)
    {
        options.Projections.FastPollingTime = TimeSpan.FromMilliseconds(100);
        options.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(200);
        options.Projections.StaleSequenceThreshold = TimeSpan.FromMilliseconds(250);
    }

    private sealed class TableSchema(StoreOptions options) : FeatureSchemaBase("tables", options.Advanced.Migrator)
    {
        protected override IEnumerable<ISchemaObject> schemaObjects() => TableSet.All.Select(table => table.In(TableSet.LiveSchema));
    }
}
