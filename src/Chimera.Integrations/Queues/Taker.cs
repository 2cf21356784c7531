using Chimera.Domain;
using Chimera.Handlers.Pooling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>An entry that was taken from a list.</summary>
internal readonly record struct Taken(RedisKey List, RedisValue Entry);

/// <summary>
/// A loop that waits at lists, on a connection of its own, and takes as much as it has room for. Each entry stands in the list of things taken until what
/// came of it is stored; if that fails, it goes back.
/// </summary>
internal abstract class Taker(RedisConnections redis, RedisOptions options, Leases leases, DeadLetters dead, ILogger log) : BackgroundService
{
    /// <summary>Of events that come of what stood in a list: entries do not say who asked first.</summary>
    protected static readonly Origin Origin = new(Source: "redis");
    protected static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int BatchSize = 100;

    private readonly SemaphoreSlim places = new(options.InWork);
    private IDatabase? blocking;

    protected Leases Leases { get; } = leases;

    /// <summary>Where refused entries go.</summary>
    protected abstract RedisKey Dead { get; }

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
            var room = 1;
            while (room < BatchSize && places.Wait(0, CancellationToken.None)) room++;
            var taken = await Next(room, stoppingToken);
            if (room > taken.Count) places.Release(room - taken.Count);
            foreach (var one in taken) _ = WorkOff(one, stoppingToken);
        }
    }

    /// <summary>Takes up to that many; none when there was nothing for a while.</summary>
    protected abstract Task<IReadOnlyList<Taken>> Take(IDatabase blocking, IDatabase database, int most);

    /// <summary>Does what an entry asks for, until it is stored.</summary>
    /// <exception cref="RuleViolationException">It is refused.</exception>
    protected abstract Task Work(RedisValue entry, CancellationToken cancellation);

    protected virtual Task GiveBack(IDatabase database, Taken taken) => database.GiveBack(taken.List, taken.Entry);

    private async Task<IReadOnlyList<Taken>> Next(int most, CancellationToken stopping)
    {
        try
        {
            blocking ??= await redis.Blocking();
            return await Take(blocking, await redis.Database(), most).WaitAsync(stopping);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException && !stopping.IsCancellationRequested)
        {
            log.LogInformation(failure, "Nothing can be taken from the lists");
            await Task.Delay(Pause, stopping);
            return [];
        }
    }

    private async Task WorkOff(Taken taken, CancellationToken stopping)
    {
        try
        {
            await WorkOrRefuse(taken, stopping);
            await (await redis.Database()).Done(taken.List, taken.Entry);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            log.LogWarning(failure, "What was taken from {List} could not be stored; it goes back there", taken.List);
            await Task.Delay(Pause, stopping);
            await GiveBack(await redis.Database(), taken);
        }
        finally
        {
            if (!stopping.IsCancellationRequested) places.Release();
        }
    }

    private async Task WorkOrRefuse(Taken taken, CancellationToken stopping)
    {
        try
        {
            await Work(taken.Entry, stopping);
        }
        catch (RuleViolationException broken)
        {
            await dead.Add(Dead, taken, broken);
        }
    }
}
