using Chimera.Domain;
using Chimera.Projections;
using Chimera.Projections.Rebuilding;

namespace Chimera.Integration.Tests.Tables;

/// <summary>S9-6: a rebuild gives exactly the rows of the events, and touches the live tables only when it may.</summary>
public sealed class RebuildTests(PostgresFixture postgres)
{
    private static readonly RebuildRequest All = new(null, ExpectEqual: false, AllowChanges: false, "eve"), Audit = All with { ExpectEqual = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task all_seven_tables_come_back_byte_by_byte_after_they_were_emptied()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 30);
        await using var reads = await Followed(store);
        var before = await store.Database.Snapshot();
        await store.Run("truncate chimera.agents, chimera.campaigns, chimera.tasks, chimera.results, chimera.transactions, chimera.hitl_queue, chimera.audit_log");

        var status = await reads.Run(All, Cancellation);

        Assert.Equal((RebuildStatus.Swapped, null), (status.State, status.Error));
        Assert.Equal(before, await store.Database.Snapshot());
        Assert.Equal(before.ToDictionary(table => table.Key, table => (long)table.Value.Length), status.Report.Where(table => before.ContainsKey(table.Table)).ToDictionary(table => table.Table, table => table.Added));
        await store.Database.RequireEqualStreams();
        await store.Database.RequireCountersEqualRows();
    }

    [Fact]
    public async Task an_audit_finds_tables_that_equal_their_events_equal()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 10);
        await using var reads = await Followed(store);

        var status = await reads.Run(Audit, Cancellation);

        Assert.Equal(RebuildStatus.Equal, status.State);
        Assert.All(status.Report, table => Assert.True(table.IsEqual() && table.Equal > 0, table.Table));
        Assert.Null(await TableSetState.Of(store.Database, TableSet.NextSchema, Cancellation));
    }

    [Theory]
    [InlineData("update chimera.tasks set status = 'completed' where task_id = (select task_id from chimera.tasks where status = 'failed' limit 1)", "tasks", "changed")]
    [InlineData("delete from chimera.audit_log where event_type = 'result_approved'", "audit_log", "added")]
    [InlineData("insert into chimera.audit_log (event_type, event_data, sequence) values ('forged', '{}', 1)", "audit_log", "removed")]
    [InlineData("update chimera.counters set number = number + 1 where counter = 'tasks' and word = 'completed'", "counters", "changed")]
    public async Task an_audit_finds_what_was_tampered_with_and_changes_nothing(string tamper, string table, string change)
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 3);
        await using var reads = await Followed(store);
        await store.Run(tamper);
        var before = await store.Database.Snapshot();

        var status = await reads.Run(Audit, Cancellation);

        Assert.Equal(RebuildStatus.Refused, status.State);
        Assert.Contains(table, status.Error, StringComparison.Ordinal);
        Assert.All(Assert.Single(status.Report, one => !one.IsEqual()).First, row => Assert.Equal(change, row.Change));
        Assert.Equal(before, await store.Database.Snapshot());
        Assert.Equal(status.Report.Count, (await reads.Rebuilds.Find(status.RebuildId, Cancellation))!.Report.Count);
    }

    [Fact]
    public async Task rows_change_only_when_changes_are_allowed()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 3);
        await using var reads = await Followed(store);
        var right = await store.Database.Snapshot();
        await store.Run("update chimera.campaigns set name = 'Forged'");

        Assert.Equal(RebuildStatus.Refused, (await reads.Run(All, Cancellation)).State);
        Assert.Equal("Forged", await store.Ask<string>("select min(name) from chimera.campaigns"));
        Assert.Equal(RebuildStatus.Swapped, (await reads.Run(All with { AllowChanges = true }, Cancellation)).State);
        Assert.Equal(right, await store.Database.Snapshot());
    }

    [Fact]
    public async Task one_table_is_mended_in_place()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 5);
        await using var reads = await Followed(store);
        var right = await store.Database.Snapshot();
        await store.Run("update chimera.tasks set status = 'pending', cost_usd = 7; delete from chimera.counters; update chimera.agents set name = 'untouched'");

        var status = await reads.Run(new("tasks", ExpectEqual: false, AllowChanges: true, "eve"), Cancellation);

        Assert.Equal(RebuildStatus.Swapped, status.State);
        var rows = await store.Database.Snapshot();
        Assert.Equal(right["tasks"], rows["tasks"]);
        Assert.Equal("untouched", await store.Ask<string>("select min(name) from chimera.agents"));
        Assert.Equal(await store.Ask<long>("select count(*) from chimera.tasks"), await store.Ask<long>("select sum(number)::bigint from chimera.counters where counter = 'tasks'"));
    }

    [Fact]
    public async Task rows_that_leave_memory_early_are_the_same_rows()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        var lives = Enumerable.Range(1, 8).SelectMany(EveryKindOfEvent.Of).ToArray();
        for (var i = 0; lives.Any(life => i < life.Events.Length); i++)
            foreach (var (stream, events) in lives.Where(life => i < life.Events.Length)) await store.Append(stream, events[i]);

        await new TableBuild(TableSet.Current, TableSet.NextSchema, store.Database, rowsInMemory: 2).Run(long.MaxValue, lasting: true, new Progress<long>(), Cancellation);

        await store.Database.RequireEqualStreams(TableSet.NextSchema);
        await store.Database.RequireCountersEqualRows(TableSet.NextSchema);
    }

    [Fact]
    public async Task what_happens_after_a_swap_is_followed_in_the_new_tables()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = await Followed(store);

        for (var seed = 2; seed <= 5; seed++)
        {
            Assert.Equal(RebuildStatus.Swapped, (await reads.Run(All, Cancellation)).State);
            foreach (var (stream, events) in EveryKindOfEvent.Of(seed)) await store.Append(stream, events);
            await reads.CaughtUp(Cancellation);
        }

        await store.Database.RequireEqualStreams();
        await store.Database.RequireCountersEqualRows();
    }

    [Fact]
    public async Task a_second_rebuild_at_the_same_time_is_refused()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = await Followed(store);
        await using var other = new ReadSide(store.Database);
        await using var held = await DatabaseLock.Take(store.Database, "chimera rebuild", Cancellation);

        foreach (var side in new[] { reads, other })
            Assert.Equal("rebuild.running", (await Assert.ThrowsAsync<RuleViolationException>(() => side.Rebuild.Start(All, Cancellation))).Code);
    }

    [Theory]
    [InlineData("nothing", false, false, "rebuild.table")]
    [InlineData(null, true, true, "rebuild.contradiction")]
    public async Task what_cannot_be_asked_is_refused(string? table, bool expectEqual, bool allowChanges, string code)
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await using var reads = await Followed(store);

        var refusal = await Assert.ThrowsAsync<RuleViolationException>(() => reads.Rebuild.Start(new(table, expectEqual, allowChanges, "eve"), Cancellation));

        Assert.Equal(code, refusal.Code);
        Assert.Empty(await reads.Rebuilds.List(10, Cancellation));
        Assert.Equal("rebuild.no-previous", (await Assert.ThrowsAsync<RuleViolationException>(() => reads.Rebuild.Rollback(Cancellation))).Code);
    }

    [Fact]
    public async Task the_tables_of_before_can_be_read_again()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await using var reads = await Followed(store); // before anything happens: tables without an event are made anew, not swapped
        await store.AppendEveryKind();
        await reads.CaughtUp(Cancellation);
        Assert.Equal("rebuild.no-previous", (await Assert.ThrowsAsync<RuleViolationException>(() => reads.Rebuild.Rollback(Cancellation))).Code);
        await reads.Run(All, Cancellation);
        await store.Run("create table chimera.mark ()");

        await reads.Rebuild.Rollback(Cancellation);
        foreach (var (stream, events) in EveryKindOfEvent.Of(2)) await store.Append(stream, events);
        await reads.CaughtUp(Cancellation);

        Assert.True(await store.Ask<bool>("select to_regclass('chimera_previous.mark') is not null"));
        await store.Database.RequireEqualStreams();
    }

    private static async Task<ReadSide> Followed(TableStore store)
    {
        var reads = new ReadSide(store.Database).Start();
        await reads.CaughtUp(Cancellation);
        return reads;
    }
}
