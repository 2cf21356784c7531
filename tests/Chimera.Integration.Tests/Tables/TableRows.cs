using System.Text.Json.Nodes;
using Chimera.Projections;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Integration.Tests.Tables;

/// <summary>The rows of a schema, against each other and against the events.</summary>
internal static class TableRows
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every row of every table as PostgreSQL prints it, in the order of the keys.</summary>
    public static async Task<IReadOnlyDictionary<string, string[]>> Snapshot(this NpgsqlDataSource database, string schema = TableSet.LiveSchema)
    {
        var rows = new Dictionary<string, string[]>();
        foreach (var table in TableSet.Current.Tables)
        {
            await using var command = database.CreateCommand($"select t::text from {schema}.{table.Name} t order by {table.Key}");
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            var lines = new List<string>();
            while (await reader.ReadAsync(Cancellation)) lines.Add(reader.GetString(0));
            rows[table.Name] = [.. lines];
        }
        return rows;
    }

    /// <summary>Every row is what its stream's events make of it.</summary>
    public static async Task RequireEqualStreams(this NpgsqlDataSource database, string schema = TableSet.LiveSchema, long upTo = long.MaxValue)
    {
        var events = Stored(database, upTo);
        await RequireEqual(database, AgentsTable.Description, events, schema);
        await RequireEqual(database, CampaignsTable.Description, events, schema);
        await RequireEqual(database, TasksTable.Description, events, schema);
        await RequireEqual(database, ResultsTable.Description, events, schema);
        await RequireEqual(database, TransactionsTable.Description, events, schema);
        await RequireEqual(database, HitlQueueTable.Description, events, schema);
        await RequireEqual(database, AuditLogTable.Description, events, schema, @event => @event.Id);
    }

    /// <summary>Every counter is what counting the rows gives.</summary>
    public static async Task RequireCountersEqualRows(this NpgsqlDataSource database, string schema = TableSet.LiveSchema)
    {
        var tally = new Tally();
        await foreach (var row in TasksTable.Description.ReadAll(database, schema, Cancellation)) tally.Replace(TasksTable.Description, null, row);
        await foreach (var row in HitlQueueTable.Description.ReadAll(database, schema, Cancellation)) tally.Replace(HitlQueueTable.Description, null, row);
        await using var command = database.CreateCommand($"select counter, id, bucket, word, number, amount from {schema}.counters where number <> 0 or amount <> 0");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var kept = new List<(CounterKey, long, decimal)>();
        while (await reader.ReadAsync(Cancellation))
            kept.Add((new(reader.GetString(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3)), reader.GetInt64(4), reader.GetDecimal(5)));
        Assert.NotEmpty(kept);
        Assert.Equal(tally.Changes.OrderBy(change => change.ToString()), kept.OrderBy(change => change.ToString()));
    }

    private static async Task RequireEqual<TRow>(
        NpgsqlDataSource database, TableDescription<TRow> table, List<StoredEvent> events, string schema, Func<StoredEvent, Guid>? keyOf = null) where TRow : class
    {
        var expected = events.Where(@event => table.Folds.IsInstanceOfType(@event.Data)).GroupBy(keyOf ?? (@event => @event.StreamId))
            .Select(stream => stream.Aggregate(default(TRow), table.Fold)!).ToDictionary(table.KeyOf);
        var actual = await table.ReadAll(database, schema, Cancellation).ToListAsync(Cancellation);

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

    private static List<StoredEvent> Stored(NpgsqlDataSource database, long upTo) =>
        [.. new EventLog(database).ReadRange(0, upTo).Select(raw => raw.Parse())];
}
