using System.Text.Json.Nodes;
using Chimera.Projections;
using Chimera.Projections.Tables;
using Marten;
using Npgsql;

namespace Chimera.Integration.Tests.Tables;

/// <summary>S3.1-16: every row is what its stream's events make of it, however they were cut into pages.</summary>
public sealed class TablesEqualStreamsTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void every_kind_of_event_is_in_the_test() =>
        Assert.Empty(ProjectionSetup.EventTypes().Except(EveryKindOfEvent.Of(1).SelectMany(stream => stream.Events).Select(@event => @event.GetType())));

    [Fact]
    public async Task all_events_of_a_stream_in_one_page()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        for (var seed = 1; seed <= 5; seed++)
            foreach (var (stream, events) in EveryKindOfEvent.Of(seed)) await Append(store, stream, events);

        using var daemon = await store.StartDaemon();
        await daemon.WaitForNonStaleData(TimeSpan.FromSeconds(30));

        await RequireEqual(store);
    }

    [Fact]
    public async Task each_event_in_a_page_of_its_own_by_two_daemons_in_turn()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        var streams = EveryKindOfEvent.Of(1).ToArray();
        var first = await store.StartDaemon();
        for (var i = 0; i < streams.Max(stream => stream.Events.Length); i++)
        {
            foreach (var (stream, events) in streams.Where(stream => i < stream.Events.Length)) await Append(store, stream, events[i]);
            await first.WaitForNonStaleData(TimeSpan.FromSeconds(30));
            if (i != 4) continue;
            await first.StopAllAsync(); // what it remembers of the rows is lost: the next one reads them
            first.Dispose();
            first = await store.StartDaemon();
        }

        await RequireEqual(store);
        first.Dispose();
    }

    [Fact]
    public async Task a_rebuild_gives_the_same_rows()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        foreach (var (stream, events) in EveryKindOfEvent.Of(1)) await Append(store, stream, events);
        using var daemon = await store.Events.BuildProjectionDaemonAsync();

        await daemon.RebuildProjectionAsync("Tables", Cancellation);
        await daemon.RebuildProjectionAsync("Tables", Cancellation);

        await RequireEqual(store);
    }

    private static async Task Append(TableStore store, Guid stream, params object[] events)
    {
        await using var session = store.Events.LightweightSession();
        session.SetHeader("trace_id", "trace of " + stream);
        session.SetHeader("ip_address", "2001:db8::1");
        session.SetHeader("user_agent", "test/1");
        if (events.Length == 1) session.SetHeader("agent_id", stream.ToString());
        session.LastModifiedBy = "ada";
        session.Events.Append(stream, events);
        await session.SaveChangesAsync(Cancellation);
    }

    private static async Task RequireEqual(TableStore store)
    {
        var events = await Stored(store);
        await RequireEqual(store, AgentsTable.Description, events);
        await RequireEqual(store, CampaignsTable.Description, events);
        await RequireEqual(store, TasksTable.Description, events);
        await RequireEqual(store, ResultsTable.Description, events);
        await RequireEqual(store, TransactionsTable.Description, events);
        await RequireEqual(store, HitlQueueTable.Description, events);
        await RequireEqual(store, AuditLogTable.Description, events, @event => @event.Id);
    }

    private static async Task RequireEqual<TRow>(
        TableStore store, TableDescription<TRow> table, List<StoredEvent> events, Func<StoredEvent, Guid>? keyOf = null) where TRow : class
    {
        var expected = events.Where(@event => table.Folds.IsInstanceOfType(@event.Data)).GroupBy(keyOf ?? (@event => @event.StreamId))
            .Select(stream => stream.Aggregate(default(TRow), table.Fold)!).ToDictionary(table.KeyOf);
        var actual = await table.ReadAll(store.Database, TableSet.LiveSchema, Cancellation).ToListAsync(Cancellation);

        Assert.NotEmpty(actual);
        Assert.Equal(expected.Count, actual.Count);
        foreach (var row in actual)
            foreach (var column in table.Columns)
                Assert.True(Same(column, expected[table.KeyOf(row)], row), $"{table.Name}.{column.Name}: {expected[table.KeyOf(row)]} <> {row}");
    }

    private static bool Same<TRow>(Column<TRow> column, TRow expected, TRow actual) => (column.ValueOf(expected), column.ValueOf(actual)) switch
    {
        (IReadOnlyList<Guid> one, IReadOnlyList<Guid> other) => one.SequenceEqual(other),
        (string one, string other) when column.Declaration.Type == "jsonb" => JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other)),
        var (one, other) => Equals(one, other)
    };

    /// <summary>All events with the JSON that the store holds for them.</summary>
    private static async Task<List<StoredEvent>> Stored(TableStore store)
    {
        await using var session = store.Events.QuerySession();
        var json = new Dictionary<Guid, string>();
        await using var command = store.Database.CreateCommand("select id, data from chimera_events.mt_events");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation)) json[reader.GetGuid(0)] = reader.GetString(1);
        var events = await session.Events.QueryAllRawEvents().OrderBy(@event => @event.Sequence).ToListAsync(Cancellation);
        return [.. events.Select(@event => StoredEvent.Of(@event) with { Json = json[@event.Id] })];
    }
}
