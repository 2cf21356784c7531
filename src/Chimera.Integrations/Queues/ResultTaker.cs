using Chimera.Domain.Policies;
using Chimera.Handlers.Dispatching;
using Chimera.Handlers.Pooling;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>At <c>reviewqueue</c> for the own judge, or at <c>judgementqueue</c> for the answers of foreign ones.</summary>
internal sealed class ResultTaker(
    RedisKey list, RedisConnections redis, RedisOptions options, Leases leases, DeadLetters dead, StagePool<TakenResult, Hearing, Judgement> pool, ILogger<ResultTaker> log)
    : Taker(redis, options, leases, dead, log)
{
    protected override RedisKey Dead => RedisKeys.DeadResults;

    protected override async Task<IReadOnlyList<Taken>> Take(IDatabase blocking, IDatabase database, int most)
    {
        var first = await blocking.TakeFirst(list, Wait);
        if (first.IsNull) return [];
        var (others, _) = await database.Take(list, most - 1);
        return [new(list, first), .. others.Select(entry => new Taken(list, entry))];
    }

    protected override async Task Work(RedisValue entry, CancellationToken cancellation)
    {
        var result = new TakenResult(ResultEntry.Read(entry.ToString()), list == RedisKeys.JudgementQueue);
        var lease = Leases.Of(result.Entry.TaskId);
        await pool.Work([result], Origin, cancellation);
        if (result.Refused is { } broken) throw broken;
        if (lease is not null) Leases.Done(lease);
    }
}
