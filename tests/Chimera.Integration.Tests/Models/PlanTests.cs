using System.Text.Json.Nodes;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Integration.Tests.Offline;

namespace Chimera.Integration.Tests.Models;

/// <summary>A model's plan becomes a plan of the domain, or goes back with the rule that it breaks.</summary>
public sealed class PlanTests
{
    private static readonly Campaign Campaign = ModelStage.Brief.Campaign;
    private static readonly Guid Agent = ModelStage.Ilse.Id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_draft_becomes_a_graph_that_the_domain_adopts()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Drafts.OnePost(Agent));

        var plan = await Plan(stage);

        var (text, publication) = (plan[0], plan[1]);
        Assert.Equal([text.TaskId], publication.Dependencies!);
        Assert.Equal([publication.TaskId], text.Dependents!);
        Assert.Equal(text.TaskId, ((PostContentInput)TaskSchemas.ReadInput(TaskType.PostContent, publication.InputData)).Content.TextFrom);
        Assert.Equal(0.032m, text.ReservedUsd); // 4,000 tokens in at 2, 2,000 out at 12
        Assert.NotEmpty(CampaignDecider.Decide(new AdoptPlan(Campaign.Id, plan, "m"), Campaign, LaunchBrief.Now));
    }

    public static TheoryData<string, string> Broken => new()
    {
        { Drafts.Of(), "campaign.empty-plan" },
        { Drafts.Of(Drafts.Text(Guid.NewGuid(), "t1")), "campaign.unknown-agent at /tasks/0/agent_id" },
        { Drafts.Of(Drafts.Text(Agent, "t1"), Drafts.Text(Agent, "t1")), "planner.key at /tasks/1/key" },
        { Drafts.Of(Drafts.Publication(Agent, "t1", "t9")), "task.unknown-dependency at /tasks/0/text_from" },
        { Drafts.Of(Drafts.Text(Agent, "t1", "")), "generate-post.topic at /tasks/0/input_data/topic" },
        { Drafts.Of(Drafts.Publication(Agent, "t1", "t2", "t2"), Drafts.Publication(Agent, "t2", "t1")), "task.cyclic-dependencies" },
        { Drafts.Of([.. Enumerable.Range(0, 99).SelectMany(i => new JsonNode[] { Drafts.Text(Agent, $"t{i}"), Drafts.Publication(Agent, $"p{i}", $"t{i}") })]), "planner.posts at /tasks" }
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task a_draft_that_breaks_a_rule_of_the_domain_goes_back_with_it(string draft, string told)
    {
        using var stage = new ModelStage();
        stage.Stub.Says(draft).Says(Drafts.OnePost(Agent));

        var plan = await Plan(stage);

        Assert.Equal(2, plan.Count);
        Assert.Contains(told, stage.Stub.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_plan_beyond_the_budget_is_not_taken()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Drafts.OnePost(Agent));
        var poor = Campaign with { BudgetUsd = 0.01m };

        var failed = await Assert.ThrowsAsync<ToolException>(() => stage.Planner.CreatePlan(poor, ModelStage.Brief.Agents, poor.Constraints, LaunchBrief.Now, Stop));

        Assert.Equal(("INVALID_OUTPUT", 0.00942m), (failed.ErrorType, failed.CostUsd)); // three tries
        Assert.Contains("campaign.budget-exceeded", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_same_campaign_is_planned_from_the_record_and_a_changed_one_anew()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Drafts.OnePost(Agent));

        var first = await Plan(stage);
        var again = await Plan(stage);
        await stage.Planner.CreatePlan(Campaign with { UpdatedAt = Campaign.UpdatedAt.AddSeconds(1) }, ModelStage.Brief.Agents, Campaign.Constraints, LaunchBrief.Now, Stop);

        Assert.Equal(first.Select(task => task.TaskId), again.Select(task => task.TaskId));
        Assert.Equal(2, stage.Stub.Requests.Count);
    }

    [Fact]
    public async Task a_paused_agent_gets_no_task()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Drafts.OnePost(Agent));
        var agents = ModelStage.Brief.Agents.Select(agent => agent.Id == Agent ? agent with { Status = AgentStatus.Paused } : agent).ToArray();

        await Assert.ThrowsAsync<ToolException>(() => stage.Planner.CreatePlan(Campaign, agents, Campaign.Constraints, LaunchBrief.Now, Stop));

        Assert.DoesNotContain(Agent.ToString(), stage.Stub.Requests[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_rejected_post_is_asked_for_in_another_way()
    {
        using var stage = new ModelStage();
        stage.Stub.Says("""{"give_up":false,"topic":"Shade","tone":"calm","key_message":null,"prompt":null,"avoid":["cheapest"]}""");

        var input = await Revise(stage);

        Assert.Equal(("Shade", "calm"), (input!.Topic, input.Tone));
        Assert.Equal(["cheapest"], input.Avoid!);
        Assert.Contains("<outside name=\"rejection\">", stage.Stub.Requests[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_post_that_the_model_gives_up_has_no_other_approach()
    {
        using var stage = new ModelStage();
        stage.Stub.Says("""{"give_up":true,"topic":null,"tone":null,"key_message":null,"prompt":null,"avoid":[]}""");
        Assert.Null(await Revise(stage));
    }

    [Fact]
    public async Task without_an_answer_a_post_is_revised_by_rule()
    {
        using var stage = new ModelStage();
        stage.Stub.Refuses(401);
        Assert.Null((await Revise(stage))!.Tone);
    }

    [Fact]
    public async Task a_plan_and_another_approach_say_what_they_cost()
    {
        using var stage = new ModelStage();
        stage.Stub.Says("no plan").Says(Drafts.OnePost(Agent)).Says("""{"give_up":true,"topic":null,"tone":null,"key_message":null,"prompt":null,"avoid":[]}""");
        Assert.Equal(0.00628m, (await stage.Planner.CreatePlan(Campaign, ModelStage.Brief.Agents, Campaign.Constraints, LaunchBrief.Now, Stop)).CostUsd);
        var task = OfflineStage.TaskOf(ModelStage.Ilse, TaskType.GeneratePost, new GeneratePostInput("Panels", Platform.Twitter));
        Assert.Equal(new OtherInput(null, 0.00314m), await stage.Planner.HandleWorkerFailure(task, ModelStage.Ilse, null, "off voice", Stop));
    }

    private static async Task<IReadOnlyList<PlanTask>> Plan(ModelStage stage) =>
        (await stage.Planner.CreatePlan(Campaign, ModelStage.Brief.Agents, Campaign.Constraints, LaunchBrief.Now, Stop)).Tasks;

    private static async Task<GeneratePostInput?> Revise(ModelStage stage)
    {
        var task = OfflineStage.TaskOf(ModelStage.Ilse, TaskType.GeneratePost, new GeneratePostInput("Panels", Platform.Twitter, Tone: "hype"));
        var input = await stage.Planner.HandleWorkerFailure(task, ModelStage.Ilse, null, "persona: off voice", Stop);
        return input.Input is { } json ? (GeneratePostInput)TaskSchemas.ReadInput(TaskType.GeneratePost, json) : null;
    }
}
