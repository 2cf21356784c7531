using Chimera.Domain;
using Chimera.Projections;
using Chimera.Projections.Tables;

namespace Chimera.Integration.Tests.Tables;

/// <summary>Tables of the past are what the events up to then make, and are shared, counted and dropped.</summary>
public sealed class AsOfTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_moment_is_what_its_events_make_of_it()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 2);
        await using var reads = await Followed(store);
        var last = await reads.Log.Last(Cancellation);

        foreach (var sequence in new[] { last, last / 2 + 20, last - 1 })
        {
            var view = await reads.AsOf.Open(sequence, Cancellation);
            await store.Database.RequireEqualStreams(view.Schema, sequence);
            await store.Database.RequireCountersEqualRows(view.Schema);
        }
        Assert.Equal(await store.Database.Snapshot(), await store.Database.Snapshot($"chimera_asof_{last}"));
    }

    [Fact]
    public async Task a_time_means_the_last_event_that_had_happened()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        var between = await store.Ask<DateTime>("select clock_timestamp()");
        var count = await store.Ask<long>("select max(seq_id) from chimera_events.mt_events");
        foreach (var (stream, events) in EveryKindOfEvent.Of(2)) await store.Append(stream, events);
        await using var reads = await Followed(store);

        Assert.Equal(count, (await reads.AsOf.Open(new DateTimeOffset(between, TimeSpan.Zero), Cancellation)).Sequence);
    }

    [Fact]
    public async Task moments_that_cannot_be_shown_are_refused()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = await Followed(store);

        Assert.Equal("as-of.future", await CodeOf(() => reads.AsOf.Open(DateTimeOffset.UtcNow.AddHours(1), Cancellation)));
        Assert.Equal("as-of.future", await CodeOf(() => reads.AsOf.Open(1_000_000, Cancellation)));
        Assert.Equal("as-of.before-first", await CodeOf(() => reads.AsOf.Open(0, Cancellation)));
        Assert.Equal("as-of.before-first", await CodeOf(() => reads.AsOf.Open(DateTimeOffset.UnixEpoch, Cancellation)));
    }

    [Fact]
    public async Task as_many_moments_as_allowed_are_kept_and_the_longest_unused_makes_room()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = new ReadSide(store.Database, asOf: new(Most: 2)).Start();
        await reads.CaughtUp(Cancellation);
        await reads.AsOf.Open(20, Cancellation);
        await reads.AsOf.Open(21, Cancellation);

        Assert.Equal("as-of.busy", await CodeOf(() => reads.AsOf.Open(22, Cancellation)));
        await store.Run("update chimera_asof_20.table_set set moved_at = now() - interval '5 minutes'");
        await reads.AsOf.Open(22, Cancellation);

        Assert.Equal(["chimera_asof_21", "chimera_asof_22"], await Schemas(store));
    }

    [Fact]
    public async Task what_nobody_uses_is_dropped_and_made_again_when_asked_for()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = await Followed(store);
        await reads.AsOf.Open(30, Cancellation);
        await reads.AsOf.Open(31, Cancellation);
        await store.Run("update chimera_asof_30.table_set set moved_at = now() - interval '16 minutes'");

        await reads.AsOf.Sweep(Cancellation);

        Assert.Equal(["chimera_asof_31"], await Schemas(store));
        await using var other = new ReadSide(store.Database);
        Assert.Equal("chimera_asof_30", (await other.AsOf.Open(30, Cancellation)).Schema);
    }

    [Fact]
    public async Task a_moment_is_shown_again_after_the_tables_were_swapped()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = await Followed(store);
        var before = await store.Database.Snapshot((await reads.AsOf.Open(50, Cancellation)).Schema);

        for (var round = 0; round < 2; round++)
        {
            await reads.Run(new(null, ExpectEqual: false, AllowChanges: false, "eve"), Cancellation);
            Assert.Equal(before, await store.Database.Snapshot((await reads.AsOf.Open(50, Cancellation)).Schema));
        }
    }

    [Fact]
    public async Task all_who_ask_for_one_moment_get_the_same_tables()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = await Followed(store);
        await using var other = new ReadSide(store.Database);

        var views = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? reads : other).AsOf.Open(40, Cancellation)));

        Assert.All(views, view => Assert.Equal("chimera_asof_40", view.Schema));
    }

    [Fact]
    public async Task the_cause_of_a_cell_is_the_event_that_last_set_it()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = await Followed(store);
        var (stream, events) = EveryKindOfEvent.Of(1).First(one => one.Events.OfType<Domain.Tasks.TaskReopened>().Any());

        var cause = await reads.History.Why(TasksTable.Description, stream, "status", null, Cancellation);
        var earlier = await reads.History.Why(TasksTable.Description, stream, "status", cause!.Event.Sequence - 1, Cancellation);

        Assert.Equal(("task_completed", "in_progress", "completed", "ada"), (cause.Event.TypeName, cause.Before, cause.After, cause.Event.User));
        Assert.Equal(("task_approved", "escalated", "in_progress"), (earlier!.Event.TypeName, earlier.Before, earlier.After));
        Assert.Equal("task_planned", (await reads.History.Why(TasksTable.Description, stream, "priority", null, Cancellation))!.Event.TypeName);
        Assert.Null(await reads.History.Why(TasksTable.Description, Guid.NewGuid(), "status", null, Cancellation));
        Assert.Equal("why.column", await CodeOf(() => reads.History.Why(TasksTable.Description, stream, "colour", null, Cancellation)));
        Assert.NotEmpty(events);
    }

    [Fact]
    public async Task the_difference_between_two_moments_is_that_of_their_tables()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var reads = await Followed(store);
        var last = await reads.Log.Last(Cancellation);
        var middle = await store.Ask<long>("select max(seq_id) from chimera_events.mt_events where type = 'task_failed'");
        var (from, to) = (await reads.AsOf.Open(middle, Cancellation), await reads.AsOf.Open(last, Cancellation));

        var found = new List<RowDifference>();
        for (Guid? after = null; ;)
        {
            var (rows, next) = await reads.History.Diff(from.Sequence, to.Sequence, null, after, limit: 2, Cancellation);
            found.AddRange(rows);
            if ((after = next) is null) break;
        }

        foreach (var table in reads.Set.Tables.Where(table => table.Name != "audit_log"))
        {
            var changed = await store.Ask<Guid[]>($"""
                select coalesce(array_agg(n.{table.Key} order by n.{table.Key}), '{"{}"}') from {to.Schema}.{table.Name} n left join {from.Schema}.{table.Name} o using ({table.Key})
                where o is null or n::text <> o::text
                """);
            Assert.Equal(changed, found.Where(row => row.Table == table).Select(row => row.Id).Order());
        }
        Assert.Contains(found, row => row.Change == "changed");
        Assert.Contains(found, row => row.Change == "added");
    }

    private static async Task<string?> CodeOf(Func<Task> ask) => (await Assert.ThrowsAsync<RuleViolationException>(ask)).Code;

    private static Task<string[]> Schemas(TableStore store) =>
        store.Ask<string[]>("select array_agg(nspname::text order by 1) from pg_namespace where nspname like 'chimera_asof_%'");

    private static async Task<ReadSide> Followed(TableStore store)
    {
        var reads = new ReadSide(store.Database).Start();
        await reads.CaughtUp(Cancellation);
        return reads;
    }
}
