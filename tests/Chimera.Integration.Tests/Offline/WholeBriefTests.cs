using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integration.Tests.Offline;

public sealed class WholeBriefTests(ITestOutputHelper output)
{
    private readonly OfflineStage _stage = new();

    [Fact]
    public async Task the_plan_of_the_example_brief_keeps_every_rule_and_publishes_at_least_fourteen_posts()
    {
        var brief = LaunchBrief.Read();
        var plan = await PlanOf(brief);

        var adopted = Assert.IsType<CampaignPlanned>(Assert.Single(CampaignDecider.Decide(new AdoptPlan(brief.Campaign.Id, plan, "offline-planner"),
            brief.Campaign, LaunchBrief.Now)));
        Assert.True(adopted.ReservedUsd <= brief.Campaign.Constraints.BudgetUsd);
        Assert.True(plan.Count(task => task.Type == TaskType.PostContent) >= 14);
        Assert.Single(plan, task => task.Type == TaskType.PostContent && task.InputData.GetRawText().Contains("scheduled_time", StringComparison.Ordinal));
        Assert.All(plan, task => TaskDecider.Decide(task, LaunchBrief.Now));
    }

    [Fact]
    public async Task the_example_brief_leads_to_posts_rejections_and_escalations_whatever_the_campaigns_id()
    {
        for (var i = 0; i < 60; i++)
        {
            var brief = LaunchBrief.Read($"campaign {i}");
            var tally = new Tally();
            foreach (var task in (await PlanOf(brief)).Where(task => task.Type == TaskType.GeneratePost))
                await Settle(brief.Agents.Single(agent => agent.Id == task.AgentId), OfflineStage.TaskOf(task), tally, show: i == 0);

            Assert.True(tally.Approved.Count >= 14, $"{tally.Approved.Count} approved");
            Assert.True(tally.Rejected >= 2, $"{tally.Rejected} rejected");
            Assert.Equal(tally.Rejected, tally.Mended);
            Assert.Equal(5, tally.Escalated);
            Assert.Equal(5, tally.MendedAfterHuman);
            Assert.Equal(tally.Approved.Count, tally.Approved.Distinct().Count());
        }
    }

    private sealed class Tally
    {
        public List<(Guid, string)> Approved { get; } = [];
        public int Rejected { get; set; }
        public int Mended { get; set; }
        public int Escalated { get; set; }
        public int MendedAfterHuman { get; set; }
    }

    private async Task Settle(Agent agent, AgentTask task, Tally tally, bool show)
    {
        var (result, verdict) = await Attempt(agent, task, show);
        if (verdict.Decision == Decision.Approve) tally.Approved.Add((agent.Id, TextOf(result)));
        if (verdict.Decision == Decision.Reject)
        {
            tally.Rejected++;
            var (mended, after) = await Attempt(agent, await Revised(agent, task, result with { Judgement = verdict }, verdict.Reason), show);
            if (after.Decision == Decision.Approve) { tally.Mended++; tally.Approved.Add((agent.Id, TextOf(mended))); }
        }
        if (verdict.Decision == Decision.Escalate)
        {
            tally.Escalated++;
            var (_, after) = await Attempt(agent, await Revised(agent, task, result with { Judgement = verdict }, "We cannot show this."), show);
            if (after.Decision == Decision.Approve) tally.MendedAfterHuman++;
        }
    }

    private async Task<(TaskResult, Judgement)> Attempt(Agent agent, AgentTask task, bool show)
    {
        var result = OfflineStage.ResultOf(task, await _stage.Work(agent, task));
        var verdict = await _stage.Judge(agent, task, result);
        var post = OfflineStage.OutputOf(result.OutputData!.Value);
        Assert.True(OfflineStage.Published(post).Length <= ((GeneratePostInput)TaskSchemas.ReadInput(task.Type, task.InputData)).Limit());
        if (show) output.WriteLine($"[{agent.Name}] {verdict.Decision}: {verdict.Reason}\n{OfflineStage.Published(post)}\n");
        return (result, verdict);
    }

    private async Task<AgentTask> Revised(Agent agent, AgentTask task, TaskResult rejected, string reason)
    {
        var input = await _stage.Planner.HandleWorkerFailure(task, agent, rejected, reason, OfflineStage.None);
        Assert.NotNull(input.Input);
        return task with { InputData = input.Input.Value, Attempt = task.Attempt + 1 };
    }

    private static string TextOf(TaskResult result) => OfflineStage.OutputOf(result.OutputData!.Value).TextContent;

    private async Task<IReadOnlyList<PlanTask>> PlanOf(LaunchBrief brief) =>
        (await _stage.Planner.CreatePlan(brief.Campaign, brief.Agents, brief.Campaign.Constraints, LaunchBrief.Now, OfflineStage.None)).Tasks;
}
