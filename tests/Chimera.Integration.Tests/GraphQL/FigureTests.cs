using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>Figures that are kept, against the rows that they count.</summary>
public sealed class FigureTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task counts_are_those_of_the_rows()
    {
        var agent = await chimera.PausedAgent();
        for (var i = 0; i < 3; i++) await chimera.PendingTask(agent);

        var counts = await chimera.Query("query($agent: ID) { counts(agentId: $agent) { tasks { total pending completed } hitlItems { total } } all: counts { tasks { total pending } hitlItems { pending } } }", new { agent });

        Assert.Equal("""{"tasks":{"total":3,"pending":3,"completed":0},"hitlItems":null}""", counts["counts"].GetRawText());
        Assert.True(counts["all.tasks.pending"].GetInt64() >= 3);
    }

    [Fact]
    public async Task a_campaign_knows_how_far_it_is()
    {
        var campaign = await chimera.Campaign(("status", "active"));
        var done = await chimera.Until("query($id: ID!) { campaign(id: $id) { status spentUsd progress { tasks pending completed failed posts hitlOpen } } counts(campaignId: $id) { tasks { completed } } }",
            new { id = campaign }, answer => answer["campaign"].ValueKind != System.Text.Json.JsonValueKind.Null && answer["campaign.status"].GetString() == "completed", "the campaign to be completed");

        Assert.Equal("""{"tasks":2,"pending":0,"completed":2,"failed":0,"posts":1,"hitlOpen":0}""", done["campaign.progress"].GetRawText());
        Assert.Equal(2, done["counts.tasks.completed"].GetInt64());
    }

    [Fact]
    public async Task hours_and_costs_are_charted()
    {
        var agent = await chimera.Agent();
        var task = (await chimera.Post("tasks", Given.TaskBody(agent))).Expect(201).Id("task_id");
        await chimera.Until("query($id: ID!) { tasks(filter: {taskId: {eq: $id}}) { nodes { status } } }", new { id = task },
            answer => answer.List("tasks.nodes") is [var one] && one.Text("status") == "completed", "the task to be completed");

        var charts = await chimera.Query("query($agent: ID) { tasksByHour { hour created completed failed } costs(agentId: $agent) { day agentId agentName tasks usd } }", new { agent });

        Assert.InRange(charts.List("tasksByHour").Length, 24, 25);
        Assert.True(charts.List("tasksByHour").Sum(hour => hour.Number("completed")) > 0);
        var cost = Assert.Single(charts.List("costs"));
        Assert.Equal((agent, "Mara Field", 1, 0.01m), (cost.GetProperty("agentId").GetGuid(), cost.Text("agentName"), cost.Number("tasks"), cost.GetProperty("usd").GetDecimal()));
    }

    [Fact]
    public async Task the_queues_and_the_state_of_the_tables_are_told()
    {
        var told = await chimera.Until("{ queueDepths { queue waiting scheduled dead } projectionState { version programVersion state sequence lastEventSequence lag poisonEvents { sequence } lastRebuild { state } } }",
            null, answer => answer["projectionState.lag"].GetInt64() == 0, "the tables to be level with the events");

        Assert.Equal(["plan", "work", "review", "commit", "campaigns"], told.List("queueDepths").Select(queue => queue.Text("queue")));
        Assert.Equal(told["projectionState.programVersion"].GetInt32(), told["projectionState.version"].GetInt32());
        Assert.Equal("live", told["projectionState.state"].GetString());
    }
}
