using Chimera.Projections;
using Chimera.Projections.Rebuilding;
using Npgsql;

namespace Chimera.Integration.Tests.Tables;

/// <summary>A rebuild that is stopped at any moment, asked or not, leaves the live tables as they are.</summary>
public sealed class RebuildCutOffTests(PostgresFixture postgres)
{
    private static readonly RebuildRequest All = new(null, ExpectEqual: false, AllowChanges: false, "eve");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task cancelled_at_random_moments()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 20);
        await using var reads = await Followed(store);
        var before = await store.Database.Snapshot();
        var random = new Random(7);
        var ends = new HashSet<string>();

        for (var round = 0; round < 25; round++)
        {
            var started = await reads.Rebuild.Start(All, Cancellation);
            await Passed(random.Next(0, 250));
            reads.Rebuild.Cancel(started.RebuildId);
            ends.Add(await End(reads, started.RebuildId));
            Assert.Equal(before, await store.Database.Snapshot());
        }

        Assert.Contains(RebuildStatus.Cancelled, ends);
    }

    [Fact]
    public async Task its_connections_killed_at_random_moments()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind(seeds: 20);
        var before = await Followed(store, async () => await store.Database.Snapshot());
        var name = new NpgsqlConnectionStringBuilder(store.Database.ConnectionString) { Password = await Password(), ApplicationName = "doomed" }.ConnectionString;
        var random = new Random(11);
        var ends = new HashSet<string>();

        for (var round = 0; round < 25; round++)
        {
            await using var doomed = NpgsqlDataSource.Create(name);
            await using var reads = new ReadSide(doomed);
            var started = await reads.Rebuild.Start(All, Cancellation);
            await Passed(random.Next(0, 250));
            await store.Run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'");
            ends.Add(await End(reads, started.RebuildId));
            Assert.Equal(before, await store.Database.Snapshot());
        }

        Assert.Contains(RebuildStatus.Failed, ends);
        await using var last = new ReadSide(store.Database);
        Assert.Equal(RebuildStatus.Swapped, (await last.Run(All, Cancellation)).State);
        Assert.Equal(before, await store.Database.Snapshot());
    }

    private Task<string> Password() => Task.FromResult(new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Password!);

    private static async Task<string> End(ReadSide reads, Guid id) =>
        (await Eventually.Is(() => reads.Rebuild.Find(id, Cancellation), status => status!.EndedAt is not null, "the end of the rebuild"))!.State;

    /// <summary>The moment of the blow is chance; nothing is waited for.</summary>
    private static async Task Passed(int milliseconds)
    {
        if (milliseconds == 0) return;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        await timer.WaitForNextTickAsync(Cancellation);
    }

    private static async Task<ReadSide> Followed(TableStore store)
    {
        var reads = new ReadSide(store.Database).Start();
        await reads.CaughtUp(Cancellation);
        return reads;
    }

    private static async Task<T> Followed<T>(TableStore store, Func<Task<T>> then)
    {
        await using var reads = await Followed(store);
        return await then();
    }
}
