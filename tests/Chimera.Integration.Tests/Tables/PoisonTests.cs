using Chimera.Domain.Tasks;
using Chimera.Projections;

namespace Chimera.Integration.Tests.Tables;

/// <summary>An event that a table cannot take in is set aside with its reason, and stops nothing else.</summary>
public sealed class PoisonTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Poisons => new()
    {
        { "update chimera_events.mt_events set type = 'task_teleported' where type = 'task_started' and seq_id = (select min(seq_id) from chimera_events.mt_events where type = 'task_started')", "event.unknown-type" },
        { "update chimera_events.mt_events set data = '{\"worker_id\": 7}' where seq_id = (select min(seq_id) from chimera_events.mt_events where type = 'task_started')", "event.misfit" },
        { "update chimera_events.mt_events set data = jsonb_set(data, '{agent_id}', '\"0195a000-0000-7000-8000-000000000099\"') where seq_id = (select min(seq_id) from chimera_events.mt_events where type = 'task_planned')", "foreign key" },
        { "update chimera_events.mt_events set data = jsonb_set(data, '{wallet_address}', '\"0xsame\"') where type = 'agent_wallet_assigned'", "unique" },
        { "update chimera_events.mt_events set data = data - 'input_data' where seq_id = (select min(seq_id) from chimera_events.mt_events where type = 'task_planned')", "" }
    };

    [Theory]
    [MemberData(nameof(Poisons))]
    public async Task live_tables_and_a_rebuild_set_the_same_events_aside(string poisoning, string reason)
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 4);
        await store.Run(poisoning);
        await using var reads = new ReadSide(store.Database).Start();
        await reads.CaughtUp(Cancellation);
        var live = await Poison(store);

        Assert.NotEmpty(live);
        Assert.All(live, line => Assert.Contains(reason, line, StringComparison.Ordinal));
        Assert.Equal(await store.Ask<long>("select count(*) from chimera_events.mt_events"), await store.Ask<long>("select count(*) from chimera.audit_log"));
        var audit = await reads.Run(new(null, ExpectEqual: true, AllowChanges: false, "eve"), Cancellation);
        Assert.True(audit.State == RebuildStatus.Equal, audit.Error + string.Join('\n', audit.Report.SelectMany(table => table.First)));
        Assert.Equal(RebuildStatus.Swapped, (await reads.Run(new(null, ExpectEqual: false, AllowChanges: false, "eve"), Cancellation)).State);
        Assert.Equal(live, await Poison(store));
        await store.Database.RequireCountersEqualRows();
    }

    [Fact]
    public async Task an_event_is_taken_in_after_all_once_its_cause_is_mended()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 2);
        await store.Run("update chimera_events.mt_events set type = 'task_teleported' where type = 'task_completed'");
        await using var reads = new ReadSide(store.Database).Start();
        await reads.CaughtUp(Cancellation);
        var sequence = await store.Ask<long>("select min(sequence) from chimera.poison_events");
        Assert.Single(await reads.Poison.Retry(sequence, Cancellation));
        await store.Run("update chimera_events.mt_events set type = 'task_completed' where type = 'task_teleported'");

        Assert.Empty(await reads.Poison.Retry(sequence, Cancellation));
        Assert.Equal(1L, await store.Ask<long>("select count(*) from chimera.poison_events"));
        Assert.Empty(await reads.Poison.Retry((await reads.Poison.List(10, Cancellation))[0].Sequence, Cancellation));

        await store.Run("update chimera.audit_log set event_type = 'task_completed' where event_type = 'task_teleported'"); // it logged what was stored then
        await store.Database.RequireEqualStreams();
        await store.Database.RequireCountersEqualRows();
        foreach (var task in await Completed(store)) await store.Append(task, new TaskReopened(DateTimeOffset.UtcNow));
        await reads.CaughtUp(Cancellation);
        await store.Database.RequireEqualStreams();
    }

    private static async Task<Guid[]> Completed(TableStore store) => await store.Ask<Guid[]>("select array_agg(task_id) from chimera.tasks where status = 'completed'");

    private static async Task<string[]> Poison(TableStore store) =>
        await store.Ask<string[]>("select coalesce(array_agg(sequence || ' ' || table_name || ' ' || event_type || ' ' || reason order by sequence), '{}') from chimera.poison_events");
}
