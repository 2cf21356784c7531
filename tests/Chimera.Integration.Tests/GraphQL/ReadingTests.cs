using System.Collections.Concurrent;
using System.Diagnostics;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>What the database is asked for. Each query here has a page size that no other test has, by which its statements are known.</summary>
public sealed class ReadingTests(ChimeraFixture chimera)
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
    public async Task values_stand_in_no_statement()
    {
        var statements = await Statements("limit 136", () => chimera.Query("{ tasks(first: 135, filter: {traceId: {eq: \"' or 1 = 1 --\"}}) { nodes { id } } }"));

        Assert.DoesNotContain("or 1", Assert.Single(statements));
    }

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
