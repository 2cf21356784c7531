using System.Text.Json;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>The tables over GraphQL: rows, relations, filters, orders.</summary>
public sealed class TableTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_row_shows_its_columns_as_the_table_has_them()
    {
        var agent = await chimera.PausedAgent();
        var task = await chimera.PendingTask(agent, ("priority", 7));

        var seen = (await chimera.Query("query($id: ID!) { task(id: $id) { id taskId agentId taskType status priority inputData dependencies campaignId createdAt costUsd __typename } }", new { id = task }))["task"];

        Assert.Equal((task, task, agent), (seen.GetProperty("id").GetGuid(), seen.GetProperty("taskId").GetGuid(), seen.GetProperty("agentId").GetGuid()));
        Assert.Equal(("generate_post", "pending", 7, "Task"), (seen.Text("taskType"), seen.Text("status"), seen.GetProperty("priority").GetInt32(), seen.Text("__typename")));
        Assert.Equal("walking", seen.GetProperty("inputData").Text("topic"));
        Assert.Equal((JsonValueKind.Null, 0), (seen.GetProperty("campaignId").ValueKind, seen.GetProperty("dependencies").GetArrayLength()));
        Assert.Equal((await chimera.Get($"tasks/{task}"))["created_at"].GetDateTimeOffset(), seen.GetProperty("createdAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task an_unknown_id_is_nothing_and_no_error() =>
        Assert.Equal(JsonValueKind.Null, (await chimera.Query("query($id: ID!) { agent(id: $id) { name } }", new { id = Guid.NewGuid() }))["agent"].ValueKind);

    [Fact]
    public async Task relations_lead_from_table_to_table_and_back()
    {
        var item = await chimera.HitlItem();
        var seen = (await chimera.Until("""
            query($id: ID!) { hitlItem(id: $id) { status agent { name } result { id task { id } }
              task { status agent { id name tasks { nodes { id } } } latestResult { id status hitlItems { nodes { id } } } results { nodes { id } } auditLog { nodes { eventType } } } } }
            """, new { id = item }, answer => answer["hitlItem"].ValueKind == JsonValueKind.Object, "the item in the table"))["hitlItem"];

        var task = seen.GetProperty("task");
        Assert.Equal(("escalated", "Mara Field"), (task.Text("status"), task.GetProperty("agent").Text("name")));
        Assert.Equal("Mara Field", seen.GetProperty("agent").Text("name"));
        Assert.Equal(seen.GetProperty("result").Text("id"), task.GetProperty("latestResult").Text("id"));
        Assert.Equal(item.ToString(), task.GetProperty("latestResult").GetProperty("hitlItems").GetProperty("nodes")[0].Text("id"));
        Assert.Equal(seen.GetProperty("result").GetProperty("task").Text("id"), task.GetProperty("agent").GetProperty("tasks").GetProperty("nodes")[0].Text("id"));
        Assert.Contains("task_planned", task.GetProperty("auditLog").GetProperty("nodes").EnumerateArray().Select(entry => entry.Text("eventType")));
    }

    [Fact]
    public async Task ids_in_a_column_lead_to_their_rows()
    {
        var campaign = await chimera.Campaign();
        var seen = (await chimera.Until("query($id: ID!) { campaign(id: $id) { agentIds agents { nodes { id campaigns { nodes { id } } } } progress { tasks posts } } }", new { id = campaign },
            answer => answer["campaign"].ValueKind == JsonValueKind.Object, "the campaign in the table"))["campaign"];

        var agent = seen.GetProperty("agents").GetProperty("nodes")[0];
        Assert.Equal(seen.GetProperty("agentIds")[0].GetGuid(), agent.GetProperty("id").GetGuid());
        Assert.Equal(campaign, agent.GetProperty("campaigns").GetProperty("nodes")[0].GetProperty("id").GetGuid());
        Assert.Equal(0, seen.GetProperty("progress").GetProperty("tasks").GetInt32());
    }

    [Fact]
    public async Task filters_hold_all_at_once_and_orders_are_obeyed()
    {
        var agent = await chimera.PausedAgent();
        Guid[] tasks = [await chimera.PendingTask(agent, ("priority", 3)), await chimera.PendingTask(agent, ("priority", 9)), await chimera.PendingTask(agent, ("priority", 3))];

        Task<Guid[]> Ids(string arguments) => IdsOf($"query($agent: ID!) {{ tasks(filter: {{agentId: {{eq: $agent}}{arguments}) {{ nodes {{ id }} }} }}", agent);

        Assert.Equal([tasks[2], tasks[1], tasks[0]], await Ids("}"));
        Assert.Equal(tasks, await Ids("}, orderBy: CREATED_AT_ASC"));
        Assert.Equal([tasks[1], tasks[0], tasks[2]], await Ids("}, orderBy: PRIORITY_DESC"));
        Assert.Equal([tasks[1]], await Ids(", priority: {gte: 4}, status: {in: [pending]}, taskType: {in: [generate_post, post_content]}}"));
        Assert.Equal([tasks[1], tasks[0]], await Ids($", taskId: {{in: [\"{tasks[0]}\", \"{tasks[1]}\"]}}}}"));
        Assert.Empty(await Ids(", createdAt: {lt: \"2020-01-01T00:00:00Z\"}}"));
        Assert.Empty(await Ids(", status: {in: []}}"));
    }

    [Fact]
    public async Task fragments_aliases_and_directives_select_as_they_say()
    {
        var agent = await chimera.PausedAgent();
        await chimera.PendingTask(agent);
        const string query = """
            query($agent: ID!, $more: Boolean!) { mine: agent(id: $agent) { ...who tasks { nodes { number: priority status @skip(if: $more) ... on Task @include(if: $more) { taskType } } } } }
            fragment who on Agent { called: name name }
            """;

        var (less, more) = ((await chimera.Query(query, new { agent, more = false }))["mine"], (await chimera.Query(query, new { agent, more = true }))["mine"]);

        Assert.Equal(["called", "name", "tasks"], less.EnumerateObject().Select(field => field.Name));
        Assert.Equal("""{"number":5,"status":"pending"}""", less.GetProperty("tasks").GetProperty("nodes")[0].GetRawText());
        Assert.Equal("""{"number":5,"taskType":"generate_post"}""", more.GetProperty("tasks").GetProperty("nodes")[0].GetRawText());
    }

    private async Task<Guid[]> IdsOf(string query, Guid agent) => [.. (await chimera.Query(query, new { agent })).List("tasks.nodes").Select(node => node.GetProperty("id").GetGuid())];
}
