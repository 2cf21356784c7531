using Chimera.Integrations.Queues;
using Chimera.Projections;
using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>For those who start and watch the process.</summary>
internal static class Health
{
    /// <summary>An event that the tables have not taken in for this long, while they moved for nothing else either, means they are stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Sql = """
        select (select now() - e.timestamp from chimera_events.mt_events e where e.seq_id > tables.sequence order by e.seq_id limit 1), now() - tables.moved_at,
            tables.version
        from chimera.table_set tables
        """;

    public static void Map(IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("").WithTags("Health");
        health.MapGet("/healthz", () => Reply.Ok(new State("up"))).Reports<State>("getHealth", "Is the process up?", "Answers whenever the process runs.");
        health.MapGet("/readyz", Ready).Reports<State>("getReadiness", "Can it work?",
            "The database answers, the tables are none of a newer program, and they follow the events. Tables of an earlier version are read while newer ones are built. " +
            "Where Redis is in use, `redis` is `up` or `down`; what it holds waits meanwhile, and everything else works.");
    }

    private static async Task<Reply> Ready(NpgsqlDataSource database, TableSet known, TableRebuild rebuild, RedisConnections redis, CancellationToken cancellation)
    {
        try
        {
            var tables = await Read(database, cancellation);
            if (tables.Version > known.Version)
                throw new RefusedRequestException(503, "ready.tables-newer", $"The tables are of version {tables.Version}, this program's are {known.Version}: it waits for a newer program or a rollback.");
            // Tables that are about to be replaced are not followed, and are read all the same.
            if (tables.AreStill && (tables.Version == known.Version || await rebuild.Running(cancellation) is null))
                throw new RefusedRequestException(503, "ready.projection-stuck", "The tables have stopped following the events.");
            return Reply.Ok(new State("ready", redis.State));
        }
        catch (Exception lost) when (lost is NpgsqlException or TimeoutException)
        {
            throw new RefusedRequestException(503, "ready.database", "The database does not answer.");
        }
    }

    private static async Task<Tables> Read(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(row.GetInt32(2), IsLong(row, 0) && (row.IsDBNull(1) || IsLong(row, 1)));
    }

    private static bool IsLong(NpgsqlDataReader row, int column) => !row.IsDBNull(column) && row.GetTimeSpan(column) > Patience;

    public sealed record State(string Status, string? Redis = null);

    private readonly record struct Tables(int Version, bool AreStill);
}
