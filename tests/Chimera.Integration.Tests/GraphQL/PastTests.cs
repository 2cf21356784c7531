using System.Text.Json;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>Time travel: as it was, what happened, why it is so, what changed.</summary>
public sealed class PastTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task the_past_is_answered_as_it_was()
    {
        var agent = await chimera.PausedAgent();
        var task = await chimera.PendingTask(agent);
        var then = (await chimera.Query("{ projectionState { sequence } }"))["projectionState.sequence"].GetInt64();
        (await chimera.Patch($"agents/{agent}", new { name = "Mara Fields" })).Expect(200);
        (await chimera.Post($"tasks/{task}/cancel", null)).Expect(200);
        const string query = """
            query($task: ID!, $agent: ID!, $then: Long) { task(id: $task, asOfSequence: $then) { status agent { name tasks { nodes { status } } } }
              counts(agentId: $agent, asOfSequence: $then) { tasks { pending failed } } tasks(filter: {agentId: {eq: $agent}}, asOfSequence: $then) { nodes { status } } }
            """;
        await chimera.Until(query, new { task, agent, then = null as long? }, answer => answer["task.status"].GetString() == "failed", "the task to be cancelled");

        var past = await chimera.Query(query, new { task, agent, then });

        Assert.Equal(("pending", "Mara Field", "pending"), (past["task.status"].GetString(), past["task.agent.name"].GetString(), past["task.agent.tasks.nodes.0.status"].GetString()));
        Assert.Equal("""{"pending":1,"failed":0}""", past["counts.tasks"].GetRawText());
        Assert.Equal("pending", past["tasks.nodes.0.status"].GetString());
    }

    [Fact]
    public async Task a_time_is_as_good_as_a_sequence()
    {
        await chimera.Agent(); // so that something had happened before
        var agent = await chimera.Agent();
        var created = (await chimera.Until("query($id: ID!) { agent(id: $id) { createdAt } }", new { id = agent }, answer => answer["agent"].ValueKind == JsonValueKind.Object, "the agent in the table"))
            ["agent.createdAt"].GetDateTimeOffset();

        var seen = await chimera.Query("query($id: ID!, $then: DateTime) { agent(id: $id, asOf: $then) { name } }", new { id = agent, then = created.AddMicroseconds(-1).ToString("O", null) });

        Assert.Equal(JsonValueKind.Null, seen["agent"].ValueKind);
    }

    [Fact]
    public async Task a_row_has_a_history_and_a_field_a_cause()
    {
        var agent = await chimera.Agent();
        (await chimera.Patch($"agents/{agent}", new { name = "Mara Fields" }, ("X-Chimera-User", "ada"))).Expect(200);

        var told = await chimera.Query("""
            query($id: ID!) { history(id: $id) { type version sequence data actor source traceId timestamp } later: history(id: $id, afterVersion: 1) { type }
              why(table: agents, id: $id, field: "name") { actor traceId before after event { type data } } never: why(table: agents, id: $id, field: "walletAddress") { event { type } } }
            """, new { id = agent });

        Assert.Equal(["agent_created", "agent_renamed"], told.List("history").Select(one => one.Text("type")));
        Assert.Equal("agent_renamed", Assert.Single(told.List("later")).Text("type"));
        Assert.Equal(("ada", "human", "Mara Fields"), (told["history.1.actor"].GetString(), told["history.1.source"].GetString(), told["history.1.data.name"].GetString()));
        Assert.Equal(("ada", "Mara Field", "Mara Fields", "agent_renamed"),
            (told["why.actor"].GetString(), told["why.before"].GetString(), told["why.after"].GetString(), told["why.event.type"].GetString()));
        Assert.Equal(told["history.1.traceId"].GetString(), told["why.traceId"].GetString());
        Assert.Equal("agent_created", told["never.event.type"].GetString());
    }

    [Fact]
    public async Task an_entry_of_the_audit_log_has_the_event_it_is_made_of()
    {
        var agent = await chimera.Agent();
        var entry = (await chimera.Until("query($id: ID!) { auditLog(filter: {streamId: {eq: $id}}) { nodes { id sequence } } }", new { id = agent },
            answer => answer.List("auditLog.nodes").Length == 1, "the entry in the log"))["auditLog.nodes.0"];

        var told = await chimera.Query("query($id: ID!) { history(id: $id) { id sequence type } }", new { id = entry.Text("id") });

        Assert.Equal((entry.Number("sequence"), "agent_created"), (told["history.0.sequence"].GetInt64(), told["history.0.type"].GetString()));
    }

    [Fact]
    public async Task two_moments_differ_by_what_happened_between_them()
    {
        var agent = await chimera.Agent();
        var from = (await chimera.Query("query($id: ID!) { history(id: $id) { sequence } }", new { id = agent }))["history.0.sequence"].GetInt64();
        (await chimera.Patch($"agents/{agent}", new { bio = "Runs." })).Expect(200);

        var rows = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = await chimera.Query("query($from: Long, $after: ID) { diff(fromSequence: $from, table: agents, first: 200, after: $after) { rows { table id change fields before after } next } }", new { from, after });
            rows.AddRange(page.List("diff.rows"));
            if ((after = page["diff.next"].GetString()) is null) break;
        }

        var row = rows.Single(one => one.GetProperty("id").GetGuid() == agent);
        Assert.Equal(("agents", "changed", "Walks.", "Runs."), (row.Text("table"), row.Text("change"), row.GetProperty("before").Text("bio"), row.GetProperty("after").Text("bio")));
        Assert.Equal(["bio", "updatedAt"], row.GetProperty("fields").EnumerateArray().Select(field => field.GetString()));
        var then = await chimera.Query("query($from: Long) { diff(fromSequence: $from, table: agents, asOfSequence: $from) { rows { id } } }", new { from });
        Assert.Empty(then.List("diff.rows"));
    }
}
