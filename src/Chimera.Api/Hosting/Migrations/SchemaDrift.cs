using JasperFx;
using Marten;
using Npgsql;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql.Tables;
using Wolverine.Persistence.Durability;

namespace Chimera.Api.Hosting;

/// <summary>How the Marten and Wolverine of this program would change a database, if they were let.</summary>
internal sealed class SchemaDrift
{
    private readonly List<(string Owner, SchemaMigration Migration, Migrator Migrator)> drifts = [];

    private SchemaDrift() { }

    /// <summary>What is missing or different, a line each.</summary>
    public IEnumerable<string> Objects =>
        from drift in drifts
        from delta in drift.Migration.Deltas
        where delta.Difference != SchemaPatchDifference.None
        select $"{delta.SchemaObject.Identifier}: {drift.Owner} {(delta.Difference == SchemaPatchDifference.Create ? "misses it" : "wants it otherwise")}";

    /// <summary>The statements, to be read, corrected and saved as the next script; empty when there is nothing to change.</summary>
    public string Sql
    {
        get
        {
            using var sql = new StringWriter { NewLine = "\n" };
            foreach (var (owner, migration, migrator) in drifts.Where(drift => drift.Migration.Difference != SchemaPatchDifference.None))
            {
                sql.WriteLine($"-- {owner}");
                // All: also what would lose data is shown, because nothing here runs it.
                migration.WriteAllUpdates(sql, migrator, AutoCreate.All);
            }
            return sql.ToString();
        }
    }

    public static async Task<SchemaDrift> Of(HostSettings settings, CancellationToken cancellation)
    {
        var found = new SchemaDrift();
        await using var host = ChimeraHost.Builder(settings).Build();
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellation);
        await found.Add("Marten", host.Services.GetRequiredService<IDocumentStore>().Storage.Database, connection, cancellation);
        await found.Add("Wolverine", (IDatabase)host.Services.GetRequiredService<IMessageStore>(), connection, cancellation);
        return found;
    }

    private async Task Add(string owner, IDatabase database, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var wanted = database.AllObjects().ToArray();
        // Events do without the key to their streams (ADR 0020).
        foreach (var events in wanted.OfType<Table>().Where(table => table.Identifier.Name == "mt_events")) events.ForeignKeys.Clear();
        drifts.Add((owner, await SchemaMigration.DetermineAsync(connection, cancellation, wanted), database.Migrator));
    }
}
