using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>Relay connections with keyset cursors.</summary>
public sealed class PageTests(ChimeraFixture chimera)
{
    private const string Forward = """
        query($agent: ID!, $after: String, $order: TaskOrder) { tasks(first: 2, after: $after, filter: {agentId: {eq: $agent}}, orderBy: $order) {
          edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }
        """;

    private const string Backward = """
        query($agent: ID!, $before: String) { tasks(last: 2, before: $before, filter: {agentId: {eq: $agent}}) {
          nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor } } }
        """;

    [Theory, InlineData("CREATED_AT_DESC"), InlineData("PRIORITY_DESC")]
    public async Task pages_hold_while_rows_are_inserted(string order)
    {
        var agent = await chimera.PausedAgent();
        var known = new List<Guid>();
        for (var i = 0; i < 5; i++) known.Add(await chimera.PendingTask(agent, ("priority", 5 - i / 2)));

        var seen = new List<Guid>();
        string? after = null;
        for (var more = true; more;)
        {
            var page = await chimera.Query(Forward, new { agent, after, order });
            seen.AddRange(page.List("tasks.edges").Select(edge => edge.GetProperty("node").GetProperty("id").GetGuid()));
            Assert.Equal(page.List("tasks.edges")[^1].Text("cursor"), page["tasks.pageInfo.endCursor"].GetString());
            Assert.Equal(after is not null, page["tasks.pageInfo.hasPreviousPage"].GetBoolean());
            (after, more) = (page["tasks.pageInfo.endCursor"].GetString(), page["tasks.pageInfo.hasNextPage"].GetBoolean());
            await chimera.PendingTask(agent, ("priority", 10)); // goes before all that is still to come, in either order
        }

        Assert.Equal(order == "PRIORITY_DESC" ? known : known.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task a_list_can_be_read_from_its_end()
    {
        var agent = await chimera.PausedAgent();
        var known = new List<Guid>();
        for (var i = 0; i < 3; i++) known.Add(await chimera.PendingTask(agent));

        var last = await chimera.Query(Backward, new { agent });
        var before = await chimera.Query(Backward, new { agent, before = last["tasks.pageInfo.startCursor"].GetString() });

        Assert.Equal([known[1], known[0]], last.List("tasks.nodes").Select(node => node.GetProperty("id").GetGuid()));
        Assert.Equal([known[2]], before.List("tasks.nodes").Select(node => node.GetProperty("id").GetGuid()));
        Assert.Equal((false, true), (last["tasks.pageInfo.hasNextPage"].GetBoolean(), last["tasks.pageInfo.hasPreviousPage"].GetBoolean()));
        Assert.Equal((true, false), (before["tasks.pageInfo.hasNextPage"].GetBoolean(), before["tasks.pageInfo.hasPreviousPage"].GetBoolean()));
    }

    [Fact]
    public async Task each_parent_has_a_page_of_its_own()
    {
        var agents = new[] { await chimera.PausedAgent(), await chimera.PausedAgent() };
        foreach (var agent in agents)
            for (var i = 0; i < 3; i++) await chimera.PendingTask(agent);

        var seen = await chimera.Query("query($ids: [ID!]) { agents(filter: {agentId: {in: $ids}}) { nodes { tasks(first: 2) { nodes { agentId } pageInfo { hasNextPage } } } } }", new { ids = agents });

        Assert.Equal(2, seen.List("agents.nodes").Length);
        Assert.All(seen.List("agents.nodes"), agent => Assert.Equal((2, true),
            (agent.GetProperty("tasks").GetProperty("nodes").GetArrayLength(), agent.GetProperty("tasks").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())));
    }
}
