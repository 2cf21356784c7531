using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>What the database is asked for. Each query here has a page size that no other test has, by which its statements are known.</summary>
public sealed partial class ReadingTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task only_what_is_selected_is_read()
    {
        await chimera.PendingTask(await chimera.PausedAgent());

        var statements = await Statements("limit 132", () => chimera.Query("{ tasks(first: 131) { nodes { status agent { name } } } }"));

        Assert.StartsWith("select t.status, t1.agent_id, t1.name from chimera.tasks t left join chimera.agents t1", Assert.Single(statements));
    }

    [Fact]
    public async Task the_children_of_all_rows_are_read_in_one_statement()
    {
        Guid[] agents = [await chimera.PausedAgent(), await chimera.PausedAgent(), await chimera.PausedAgent()];
        foreach (var agent in agents) await chimera.PendingTask(agent);

        var statements = await Statements("limit 134", () =>
            chimera.Query("query($ids: [ID!]) { agents(first: 3, filter: {agentId: {in: $ids}}) { nodes { tasks(first: 133) { nodes { status } } } } }", new { ids = agents }));

        Assert.Single(statements);
    }

    [Fact]
    public async Task a_parent_that_many_rows_share_is_asked_for_once()
    {
        var agent = await chimera.PausedAgent();
        for (var i = 0; i < 3; i++) await chimera.PendingTask(agent);

        var statements = await Statements("limit 138", () =>
            chimera.Query("query($id: ID!) { tasks(filter: {agentId: {eq: $id}}) { nodes { agent { tasks(first: 137) { nodes { id } } } } } }", new { id = agent }));

        Assert.DoesNotContain("unnest", Assert.Single(statements)); // a list of parents would be
    }

    [Fact]
    public async Task a_level_is_read_in_one_round_trip_and_the_next_only_after_it()
    {
        var agent = await chimera.PausedAgent();
        await chimera.PendingTask(agent);

        var statements = await Statements("limit 12", () => chimera.Query("""
            query($ids: [ID!]) { agents(first: 11, filter: {agentId: {in: $ids}}) { nodes {
              tasks(first: 11) { nodes { results(first: 11) { nodes { id } } hitlItems(first: 11) { nodes { id } } } } transactions(first: 11) { nodes { id } } } } }
            """, new { ids = new[] { agent } }));

        Assert.Equal([["agents"], ["tasks", "transactions"], ["results", "hitl_queue"]], statements.Select(Tables));
    }

    /// <summary>A row by its key and what belongs to it need not wait for each other.</summary>
    [Fact]
    public async Task a_row_by_its_key_is_read_together_with_its_children()
    {
        var agent = await chimera.PausedAgent();

        var statements = await Statements("limit 142", () => chimera.Query("query($id: ID!) { agent(id: $id) { name tasks(first: 141) { nodes { id } } } }", new { id = agent }));

        Assert.Equal(["agents", "tasks"], Tables(Assert.Single(statements)));
    }

    [Fact]
    public async Task a_field_that_fails_takes_no_other_with_it()
    {
        var answer = await chimera.Attempt("{ agents { nodes { id } } tasks(after: \"nonsense\") { nodes { id } } campaigns { nodes { id } } }");

        Assert.Equal(("page.cursor", JsonValueKind.Null), (answer.Code, answer["tasks"].ValueKind));
        Assert.Equal((JsonValueKind.Object, JsonValueKind.Object), (answer["agents"].ValueKind, answer["campaigns"].ValueKind));
    }

    [Fact]
    public async Task values_stand_in_no_statement()
    {
        var statements = await Statements("limit 136", () => chimera.Query("{ tasks(first: 135, filter: {traceId: {eq: \"' or 1 = 1 --\"}}) { nodes { id } } }"));

        Assert.DoesNotContain("or 1", Assert.Single(statements));
    }

    /// <summary>The tables that the statements of one round trip begin with.</summary>
    private static IEnumerable<string> Tables(string roundTrip) => First().Matches(roundTrip).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"from chimera\.(\w+) t\b")]
    private static partial Regex First();

    /// <summary>The statements that have a mark in them, of those that are sent meanwhile.</summary>
    private static async Task<string[]> Statements(string mark, Func<Task> meanwhile)
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => seen.Enqueue((string?)(activity.GetTagItem("db.statement") ?? activity.GetTagItem("db.query.text")) ?? "")
        };
        ActivitySource.AddActivityListener(listener);
        await meanwhile();
        return [.. seen.Where(statement => statement.Contains(mark, StringComparison.Ordinal))];
    }
}
