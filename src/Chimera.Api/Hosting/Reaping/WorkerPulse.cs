using Chimera.Handlers.Working;
using Chimera.Projections;
using Npgsql;

namespace Chimera.Api.Hosting.Reaping;

/// <summary>Shows that this process's worker lives: a lock in the database that goes with it.</summary>
internal sealed class WorkerPulse(Worker worker, NpgsqlDataSource database, ILogger<WorkerPulse> log) : BackgroundService
{
    /// <summary>The lock's name, before the worker's id.</summary>
    public const string Prefix = "chimera worker ";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var pulse = new Leadership(database, Prefix + worker.Id);
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await pulse.IsMine(stoppingToken);
            }
            catch (NpgsqlException lost)
            {
                log.LogWarning("The worker's pulse could not be shown: {Reason}", lost.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
