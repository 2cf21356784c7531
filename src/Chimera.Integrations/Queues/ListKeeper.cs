using Chimera.Handlers.Dispatching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>
/// Keeps the lists as the streams say. Lists that were lost are filled again; what this host had taken before it was stopped is given back; and a task
/// that stands in no list for its whole timeout, because whoever took it does not answer, is given up or presented again.
/// </summary>
internal sealed class ListKeeper(
    RedisConnections redis, RedisOptions options, Leases leases, OpenTasks openTasks, Requeue requeue, TimeProvider clock, ILogger<ListKeeper> log) : BackgroundService
{
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(1);

    private readonly Guid host = Guid.NewGuid();
    private long round;
    private string? last, tried;
    private bool mustFill;
    private DateTimeOffset nextLook;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RoundTime, clock);
        do
        {
            try
            {
                await Keep(await redis.Database(), stoppingToken);
            }
            catch (Exception lost) when (lost is RedisException or TimeoutException or NpgsqlException && !stoppingToken.IsCancellationRequested)
            {
                log.LogInformation(lost, "The lists cannot be kept for now");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Keep(IDatabase database, CancellationToken cancellation)
    {
        var opening = !leases.Opened.IsCompleted;
        mustFill |= await HasForgotten(database, opening);
        if (mustFill) await Fill(database, cancellation);
        else if (opening) await TakeOver(database, cancellation);
        else if (clock.GetUtcNow() >= nextLook && leases.AnyOlderThan(options.LookEvery * 2)) await Look(database, cancellation);
    }

    /// <summary>A Redis that does not hold what was written last has lost it: it was emptied, or goes on from an earlier snapshot.</summary>
    private async Task<bool> HasForgotten(IDatabase database, bool opening)
    {
        var (before, unanswered) = (last, tried);
        tried = $"{host}/{++round}";
        var found = await database.StringGetSetAsync(RedisKeys.Round, tried);
        last = tried;
        return found.IsNull || (!opening && found != before && found != unanswered);
    }

    /// <summary>This Redis is new, or has lost what it held: everything that is open is sent there again.</summary>
    private async Task Fill(IDatabase database, CancellationToken cancellation)
    {
        var inLists = await database.TasksInLists();
        var open = (await openTasks.Read(cancellation)).Select(task => task.TaskId).Concat(leases.Lose(inLists)).Distinct().Where(task => !inLists.Contains(task)).ToArray();
        leases.Open();
        if (open.Length > 0) log.LogWarning("Redis holds nothing; {Count} open tasks are looked through for it", open.Length);
        await requeue.Look(open, leaseOver: false, cancellation);
        mustFill = false;
    }

    /// <summary>This Redis has been at work for a host before this one, the only one on its database.</summary>
    private async Task TakeOver(IDatabase database, CancellationToken cancellation)
    {
        foreach (var key in await database.Lists())
        {
            var list = RedisKeys.ListOf(key) ?? key;
            while (list != key && !(await database.ListMoveAsync(key, list, ListSide.Left, ListSide.Right)).IsNull) { }
            if (options.OwnWorker && RedisKeys.AgentOf(list) is { } agent) await database.QueueUp(agent);
        }
        foreach (var (task, timeout) in await openTasks.Read(cancellation)) leases.Assume(task, timeout);
        leases.Open();
    }

    private async Task Look(IDatabase database, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var over = leases.Over(await database.TasksInLists());
        var took = clock.GetElapsedTime(started);
        // long lists are looked through less often
        nextLook = clock.GetUtcNow() + (took * 20 > options.LookEvery ? took * 20 : options.LookEvery);
        if (over.Count == 0) return;
        foreach (var lease in over) leases.Done(lease);
        log.LogWarning("{Count} tasks are in no list, and nobody has answered for them in time", over.Count);
        foreach (var group in over.GroupBy(lease => lease.Attempt is not null))
            await requeue.Look([.. group.Select(lease => lease.TaskId)], leaseOver: group.Key, cancellation);
    }
}
