using Chimera.Projections.Events;
using Npgsql;

namespace Chimera.Integration.Tests.Tables;

/// <summary>Numbers are taken before commits: whoever follows the log must neither pass over one that comes late nor wait for one that never comes.</summary>
public sealed class LogFollowerTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_event_that_is_committed_late_is_waited_for()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        var follower = new LogFollower(new EventLog(store.Database));
        await using var slow = await store.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await slow.BeginTransactionAsync(Cancellation);
        await Insert(slow);
        await using (var quick = await store.Database.OpenConnectionAsync(Cancellation)) await Insert(quick);

        for (var look = 0; look < 3; look++) Assert.Empty(await follower.Next(0, 100, Cancellation));
        await transaction.CommitAsync(Cancellation);

        Assert.Equal([1, 2], (await follower.Next(0, 100, Cancellation)).Select(@event => @event.Sequence));
    }

    [Fact]
    public async Task of_a_hole_that_is_filled_in_part_the_rest_is_waited_for()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        var follower = new LogFollower(new EventLog(store.Database));
        await using var first = await store.Database.OpenConnectionAsync(Cancellation);
        await using var second = await store.Database.OpenConnectionAsync(Cancellation);
        await using var one = await first.BeginTransactionAsync(Cancellation);
        await Insert(first);
        await using var two = await second.BeginTransactionAsync(Cancellation);
        await Insert(second);
        await using (var quick = await store.Database.OpenConnectionAsync(Cancellation)) await Insert(quick);
        Assert.Empty(await follower.Next(0, 100, Cancellation));

        await one.CommitAsync(Cancellation);
        Assert.Equal([1], (await follower.Next(0, 100, Cancellation)).Select(@event => @event.Sequence));
        Assert.Empty(await follower.Next(1, 100, Cancellation));
        await two.CommitAsync(Cancellation);
        Assert.Equal([2, 3], (await follower.Next(1, 100, Cancellation)).Select(@event => @event.Sequence));
    }

    [Fact]
    public async Task a_number_that_was_given_up_is_passed_over()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        var follower = new LogFollower(new EventLog(store.Database));
        await using var slow = await store.Database.OpenConnectionAsync(Cancellation);
        var transaction = await slow.BeginTransactionAsync(Cancellation);
        await Insert(slow);
        await using (var quick = await store.Database.OpenConnectionAsync(Cancellation)) await Insert(quick);
        Assert.Empty(await follower.Next(0, 100, Cancellation));
        await transaction.RollbackAsync(Cancellation);

        Assert.Equal([2], (await follower.Next(0, 100, Cancellation)).Select(@event => @event.Sequence));
    }

    [Fact]
    public async Task nothing_is_lost_or_seen_twice_when_many_commit_late_or_not_at_all()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        var follower = new LogFollower(new EventLog(store.Database));
        var seen = new List<long>();
        using var done = new CancellationTokenSource();
        var following = Task.Run(async () =>
        {
            for (var last = false; !last;)
            {
                last = done.IsCancellationRequested;
                while (await follower.Next(seen.Count == 0 ? 0 : seen[^1], 50, Cancellation) is { Count: > 0 } page) seen.AddRange(page.Select(@event => @event.Sequence));
            }
        }, Cancellation);

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation }, async (i, _) => await AppendSlowly(store, i));
        await done.CancelAsync();
        await following;

        Assert.Equal(await store.Ask<long[]>("select array_agg(seq_id order by seq_id) from chimera_events.mt_events"), seen);
    }

    private static async Task AppendSlowly(TableStore store, int i)
    {
        await using var connection = await store.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        for (var n = 0; n < 1 + i % 3; n++) await Insert(connection);
        await using (var wait = new NpgsqlCommand($"select pg_sleep({i * 7 % 20} / 1000.0)", connection)) await wait.ExecuteNonQueryAsync(Cancellation);
        await Insert(connection);
        if (i % 5 == 0) await transaction.RollbackAsync(Cancellation);
        else await transaction.CommitAsync(Cancellation);
    }

    private static async Task Insert(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("""
            with started as (insert into chimera_events.mt_streams (id, version, timestamp, tenant_id) values (gen_random_uuid(), 1, now(), '*DEFAULT*') returning id)
            insert into chimera_events.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select nextval('chimera_events.mt_events_sequence'), gen_random_uuid(), id, 1, '{}', 'wallet_claimed', now(), '*DEFAULT*', false from started
            """, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
