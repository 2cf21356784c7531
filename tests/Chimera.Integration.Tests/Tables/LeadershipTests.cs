using Chimera.Projections;

namespace Chimera.Integration.Tests.Tables;

/// <summary>Several processes on one database: one follows the events, the others know of it, and one of them takes over.</summary>
public sealed class LeadershipTests(PostgresFixture postgres)
{
    private const string Followers = """
        select count(*) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
            and ((classid::bigint << 32) | objid::bigint) = hashtextextended('chimera tables ' || $1, 0)
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task one_follows_the_others_are_told_and_one_takes_over_when_it_is_gone()
    {
        await using var store = await TableStore.Create(postgres, Stop);
        await using var first = new ReadSide(store.Database).Start();
        await first.CaughtUp(Stop);
        await using var second = new ReadSide(store.Database).Start();
        var (told, listening) = Listen(second.Feed);

        await Append(store, seed: 1);
        await first.CaughtUp(Stop);
        var last = await second.Log.Last(Stop);
        await Eventually.Is(() => Task.FromResult(told.LastOrDefault()?.Sequence), sequence => sequence == last, "the other to be told");
        Assert.Contains(told.SelectMany(page => page.Rows), row => row.Table.Name == "tasks");
        Assert.Equal(1L, await store.Ask<long>(Followers.Replace("$1", $"{TableSet.Current.Version}", StringComparison.Ordinal)));

        await first.DisposeAsync();
        await Append(store, seed: 2);

        await second.CaughtUp(Stop);
        Assert.Equal(1L, await store.Ask<long>(Followers.Replace("$1", $"{TableSet.Current.Version}", StringComparison.Ordinal)));
        await store.Database.RequireEqualStreams();
        await listening.CancelAsync();
    }

    [Fact]
    public async Task a_lock_that_is_lost_with_its_connection_is_not_believed_in()
    {
        await using var store = await TableStore.Create(postgres, Stop);
        await using Leadership one = new(store.Database, "test"), other = new(store.Database, "test");
        Assert.True(await one.IsMine(Stop));
        Assert.False(await other.IsMine(Stop));

        await store.Run("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())");

        await Eventually.Is(() => other.IsMine(Stop), taken => taken, "the lock to be free");
        Assert.False(await one.IsMine(Stop));
    }

    private static (List<CommittedPage> Told, CancellationTokenSource Listening) Listen(TableFeed feed)
    {
        var (told, listening) = (new List<CommittedPage>(), new CancellationTokenSource());
        _ = Take();
        return (told, listening);

        async Task Take()
        {
            await foreach (var page in feed.Read(listening.Token)) told.Add(page);
        }
    }

    private static async Task Append(TableStore store, int seed)
    {
        foreach (var (stream, events) in EveryKindOfEvent.Of(seed)) await store.Append(stream, events);
    }
}
