using Npgsql;
using Wolverine.Persistence.Durability;
using Wolverine.Runtime;

namespace Chimera.Api.Hosting.Reaping;

/// <summary>
/// After Postgres has been started anew under a running host: what this process had taken from its queues, and could neither do nor give back while the
/// server was gone, is given back to be taken again. A message that was still being worked on comes twice then; stages pass over what is done.
/// </summary>
internal sealed class OutageRecovery(NpgsqlDataSource database, IWolverineRuntime wolverine, ILogger<OutageRecovery> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>After the server's return; the second time for what was tried again until then (<see cref="Messaging"/>).</summary>
    private static readonly TimeSpan[] GiveBack = [TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (known, due) = (await StartedAt(stoppingToken), new Queue<DateTime>());
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (await StartedAt(stoppingToken) is not { } now) continue;
            if (known is { } before && now != before)
            {
                log.LogWarning("Postgres was started anew: messages of before are taken again");
                due = new(GiveBack.Select(pause => DateTime.UtcNow + pause));
            }
            known = now;
            if (!due.TryPeek(out var time) || time > DateTime.UtcNow) continue;
            if (await HasGivenBack()) due.Dequeue();
        }
    }

    private async Task<bool> HasGivenBack()
    {
        try
        {
            await wolverine.Storage.Admin.ReleaseAllOwnershipAsync(wolverine.DurabilitySettings.AssignedNodeNumber);
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // it is gone again
        }
    }

    /// <summary>Null while the server does not answer.</summary>
    private async Task<DateTime?> StartedAt(CancellationToken cancellation)
    {
        try
        {
            await using var command = database.CreateCommand("select pg_postmaster_start_time()");
            return (DateTime)(await command.ExecuteScalarAsync(cancellation))!;
        }
        catch (Exception gone) when (gone is NpgsqlException or TimeoutException)
        {
            return null;
        }
    }
}
