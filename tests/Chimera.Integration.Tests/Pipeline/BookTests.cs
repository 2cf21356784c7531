using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>What planner, judge and worker cost, in the campaign's books.</summary>
public sealed class BookTests(PipelineFixture pipeline) : IClassFixture<PipelineFixture>
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task a_campaign_books_its_plan_its_attempts_their_judging_and_other_approaches()
    {
        (pipeline.Tools.PlanUsd, pipeline.Tools.OtherUsd, pipeline.Tools.CheckUsd) = (0.5m, 0.05m, 0.001m);
        pipeline.Tools.Plan = (campaign, agents, _) => [new(Guid.CreateVersion7(), agents[0].Id, campaign.Id, TaskType.GeneratePost, ScriptedTools.Topic("off-voice"), ReservedUsd: 1)];
        var id = Guid.CreateVersion7();
        await pipeline.Send(new CreateCampaign(id, "booked", null, [pipeline.AgentId], DateTimeOffset.UtcNow, null, 10, [new("test", ["test"], [Platform.Twitter], 1)]));

        var over = await pipeline.Until<Campaign>(id, one => one.Status == CampaignStatus.Completed);

        // two attempts at a cent and a check each, and between them another approach
        Assert.Equal((0.5m + 0.011m + 0.05m + 0.011m, 0m), (over.SpentUsd, over.ReservedUsd));
    }

    [Fact]
    public async Task a_plan_that_no_model_gives_is_paid_for_and_a_budget_that_this_exceeds_is_told()
    {
        var failed = await Plan(budget: 0.02m, () => throw new ToolException(ErrorTable.InvalidOutput, "gave no usable answer", costUsd: 0.03m));
        Assert.Equal(new CampaignPlanFailed("planner.model", "INVALID_OUTPUT: gave no usable answer", Now, 0.03m), failed.Event);
        Assert.Equal(Campaign.BudgetExceeded, Assert.IsType<AlertOperator>(Assert.Single(failed.Messages)).Code);
    }

    [Fact]
    public async Task a_plan_that_cannot_be_adopted_is_paid_for()
    {
        var failed = await Plan(budget: 10, () => new([], 0.03m));
        Assert.Equal(("campaign.empty-plan", 0.03m), (Assert.IsType<CampaignPlanFailed>(failed.Event).Code, ((CampaignPlanFailed)failed.Event).CostUsd));
        Assert.Empty(failed.Messages);
    }

    private static async Task<(object Event, object[] Messages)> Plan(decimal budget, Func<ProposedPlan> plan)
    {
        var (past, agent, campaign) = (new StoredPast(), Guid.CreateVersion7(), Guid.CreateVersion7());
        past.Happened(agent, new AgentCreated(agent, "Mara", null, new("mara.md", [], [], []), new("# Mara", "aa"), new("mara"), null, null, Now));
        past.Happened(campaign, new CampaignCreated(campaign, "Walks", null, [agent], Now, null, budget, [new("Walk", ["walks"], [Platform.Twitter], 1)], PlanConstraints.None, false, CampaignStatus.Active, "trace", Now));
        var step = await PlanCampaignHandler.Run(new(campaign), past, new OnePlan(plan), Now, TestContext.Current.CancellationToken);
        return (Assert.Single(Assert.Single(step.Changes).Events), [.. step.Next.ToMessages().Select(one => one.Message)]);
    }

    private sealed class OnePlan(Func<ProposedPlan> plan) : IPlanner
    {
        public string ModelUsed => "test";

        public Task<ProposedPlan> CreatePlan(Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation) => Task.FromResult(plan());

        public Task<OtherInput> HandleWorkerFailure(AgentTask failed, Agent agent, Domain.Results.TaskResult? rejected, string reason, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
