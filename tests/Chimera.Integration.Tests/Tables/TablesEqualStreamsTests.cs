using Chimera.Domain;
using Chimera.Projections.Events;

namespace Chimera.Integration.Tests.Tables;

/// <summary>S3.1-16: every row is what its stream's events make of it, however they were cut into pages.</summary>
public sealed class TablesEqualStreamsTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void every_kind_of_event_is_in_the_test() =>
        Assert.Empty(EventTypes.ByName.Values.Except(EveryKindOfEvent.Of(1).SelectMany(stream => stream.Events).Select(@event => @event.GetType())));

    [Fact]
    public async Task events_have_the_names_that_the_store_gives_them()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();

        foreach (var raw in new EventLog(store.Database).ReadRange(0, long.MaxValue))
            Assert.Equal(EventTypes.ByName[raw.TypeName], raw.Parse().Data.GetType());
    }

    [Fact]
    public async Task all_events_of_a_stream_in_one_page()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 5);

        await using var reads = new ReadSide(store.Database).Start();
        await reads.CaughtUp(Cancellation);

        await store.Database.RequireEqualStreams();
        await store.Database.RequireCountersEqualRows();
    }

    [Fact]
    public async Task each_event_in_a_page_of_its_own_by_two_followers_in_turn()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        var streams = EveryKindOfEvent.Of(1).ToArray();
        var reads = new ReadSide(store.Database).Start();
        for (var i = 0; i < streams.Max(stream => stream.Events.Length); i++)
        {
            foreach (var (stream, events) in streams.Where(stream => i < stream.Events.Length)) await store.Append(stream, events[i]);
            await reads.CaughtUp(Cancellation);
            if (i != 4) continue;
            await reads.DisposeAsync(); // what it remembers of the rows is lost: the next one reads them
            reads = new ReadSide(store.Database).Start();
        }

        await store.Database.RequireEqualStreams();
        await store.Database.RequireCountersEqualRows();
        await reads.DisposeAsync();
    }

    [Fact]
    public async Task two_followers_at_once_write_every_page_once()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await using var one = new ReadSide(store.Database).Start();
        await using var other = new ReadSide(store.Database).Start();

        await store.AppendEveryKind(seeds: 20);
        await one.CaughtUp(Cancellation);

        await store.Database.RequireEqualStreams();
        await store.Database.RequireCountersEqualRows();
    }
}
