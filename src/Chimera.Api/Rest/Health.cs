using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>For those who start and watch the process.</summary>
internal static class Health
{
    /// <summary>An event that the tables have not taken in for this long, while they moved for nothing else either, means they are stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Sql = """
        select (select now() - e.timestamp from chimera_events.mt_events e where e.seq_id > tables.sequence order by e.seq_id limit 1), now() - tables.moved_at
        from chimera.table_set tables
        """;

    public static void Map(IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("").WithTags("Health");
        health.MapGet("/healthz", () => Reply.Ok(new State("up"))).Reports<State>("getHealth", "Is the process up?", "Answers whenever the process runs.");
        health.MapGet("/readyz", Ready).Reports<State>("getReadiness", "Can it work?", "The database answers and the tables follow the events.");
    }

    private static async Task<Reply> Ready(NpgsqlDataSource database, CancellationToken cancellation)
    {
        try
        {
            await using var command = database.CreateCommand(Sql);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            if (IsLong(row, 0) && (row.IsDBNull(1) || IsLong(row, 1)))
                throw new RefusedRequestException(503, "ready.projection-stuck", "The tables have stopped following the events.");
            return Reply.Ok(new State("ready"));
        }
        catch (Exception lost) when (lost is NpgsqlException or TimeoutException)
        {
            throw new RefusedRequestException(503, "ready.database", "The database does not answer.");
        }
    }

    private static bool IsLong(NpgsqlDataReader row, int column) => !row.IsDBNull(column) && row.GetTimeSpan(column) > Patience;

    public sealed record State(string Status);
}
