using Chimera.Domain;
using Chimera.Handlers.Dispatching;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>At <c>reviewqueue</c> for the own judge, or at <c>judgementqueue</c> for the answers of foreign ones.</summary>
internal sealed class ResultTaker(
    RedisKey list, RedisConnections redis, RedisOptions options, Leases leases, DeadLetters dead, Bus bus, ILogger<ResultTaker> log)
    : Taker(redis, options, leases, log)
{
    private sealed record Taken(RedisValue Raw, ResultEntry Result);

    protected override async Task<Func<Task>?> Take(IDatabase blocking, IDatabase database)
    {
        var first = await blocking.TakeFirst(list, Wait);
        if (first.IsNull) return null;
        RedisValue[] batch = [first, .. await database.Take(list, BatchSize - 1)];
        return () => WorkOff(database, batch);
    }

    private async Task WorkOff(IDatabase database, RedisValue[] batch)
    {
        try
        {
            await Judge(await Read(batch));
        }
        catch
        {
            await database.GiveBack(list, batch);
            throw;
        }
        await database.Done(list, batch);
    }

    private async Task<IReadOnlyList<Taken>> Read(RedisValue[] batch)
    {
        var taken = new List<Taken>(batch.Length);
        foreach (var entry in batch)
        {
            try
            {
                taken.Add(new(entry, ResultEntry.Read(entry.ToString())));
            }
            catch (RuleViolationException broken)
            {
                await dead.Add(RedisKeys.DeadResults, list, entry, broken.Code, broken.Message, broken.Pointer);
            }
        }
        return taken;
    }

    /// <summary>All in one transaction; if a rule forbids that, each in its own, so that one cannot hold up the others.</summary>
    private async Task Judge(IReadOnlyList<Taken> batch)
    {
        if (batch.Count == 0) return;
        try
        {
            var held = Leases.Of(batch.Select(one => one.Result.TaskId));
            var taken = await bus.Invoke<ResultsTaken>(new TakeResults([.. batch.Select(one => one.Result)], list == RedisKeys.JudgementQueue));
            Leases.Done(held);
            foreach (var refused in taken.Refusals)
                await dead.Add(RedisKeys.DeadResults, list, batch[refused.Index].Raw, refused.Code, refused.Message, refused.Pointer);
        }
        catch (RuleViolationException) when (batch.Count > 1)
        {
            foreach (var one in batch) await Judge([one]);
        }
        catch (RuleViolationException broken)
        {
            await dead.Add(RedisKeys.DeadResults, list, batch[0].Raw, broken.Code, broken.Message, broken.Pointer);
        }
    }
}
