using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>A loop that waits at a list, on a connection of its own, and works off what it takes in batches, some at a time.</summary>
internal abstract class Taker(RedisConnections redis, RedisOptions options, Leases leases, ILogger log) : BackgroundService
{
    protected const int BatchSize = 100;
    protected static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected Leases Leases { get; } = leases;

    private readonly SemaphoreSlim places = new(options.Batches);
    private IDatabase? blocking;

    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Leases.Opened.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await places.WaitAsync(stoppingToken);
            var batch = await Next(stoppingToken);
            if (batch is null) places.Release();
            else _ = WorkOff(batch, stoppingToken);
        }
    }

    /// <summary>Takes a batch and returns what is to be done with it; null when there was nothing for a while.</summary>
    protected abstract Task<Func<Task>?> Take(IDatabase blocking, IDatabase database);

    private async Task<Func<Task>?> Next(CancellationToken stopping)
    {
        try
        {
            blocking ??= await redis.Blocking();
            return await Take(blocking, await redis.Database()).WaitAsync(stopping);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException && !stopping.IsCancellationRequested)
        {
            log.LogInformation(failure, "Cannot take from the lists");
            await Task.Delay(Pause, stopping);
            return null;
        }
    }

    private async Task WorkOff(Func<Task> batch, CancellationToken stopping)
    {
        try
        {
            await batch();
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            log.LogWarning(failure, "A batch taken from the lists failed; it goes back there");
            await Task.Delay(Pause, stopping);
        }
        finally
        {
            if (!stopping.IsCancellationRequested) places.Release();
        }
    }
}
