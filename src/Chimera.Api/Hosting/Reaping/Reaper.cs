using Chimera.Handlers;
using Chimera.Handlers.Reaping;
using Chimera.Projections;
using Npgsql;
using Wolverine.Runtime;

namespace Chimera.Api.Hosting.Reaping;

/// <summary>How often is looked after tasks that stand still.</summary>
public sealed class ReapingOptions
{
    public const string Section = "Reaping";

    public double EverySeconds { get; set; } = 10;
}

/// <summary>
/// Ends attempts whose worker vanished and whose time is over; one process of all does it. The tables name them by their index, their streams decide.
/// A worker that lives ends its own attempts: it alone knows which of them waits for its turn.
/// </summary>
internal sealed class Reaper(NpgsqlDataSource database, IWolverineRuntime wolverine, ReapingOptions options, ILogger<Reaper> log) : BackgroundService
{
    private const string Overdue = $"""
        select task_id from chimera.tasks
        where status = 'in_progress' and started_at < now() - make_interval(secs => timeout_seconds + $1)
            and not exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
                and database = (select oid from pg_database where datname = current_database())
                and ((classid::bigint << 32) | objid::bigint) = hashtextextended('{WorkerPulse.Prefix}' || assigned_worker_id, 0))
        limit 10000
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leadership = new Leadership(database, "chimera reaper");
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.EverySeconds));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await leadership.IsMine(stoppingToken)) await Reap(stoppingToken);
            }
            catch (PostgresException early) when (early.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                // no orchestrator has made the tables yet
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Overdue tasks could not be looked for; the next round tries again");
            }
        }
    }

    private async Task Reap(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Overdue);
        command.Parameters.Add(new() { Value = ReapTasksHandler.Grace.TotalSeconds });
        foreach (var chunk in (await Ids(command, cancellation)).Chunk(NextStages.ChunkSize)) await new MessageBus(wolverine).InvokeAsync(new ReapTasks(chunk), cancellation);
    }

    internal static async Task<List<Guid>> Ids(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await row.ReadAsync(cancellation)) ids.Add(row.GetGuid(0));
        return ids;
    }
}
