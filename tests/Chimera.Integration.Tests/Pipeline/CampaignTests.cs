using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Planning;

namespace Chimera.Integration.Tests.Pipeline;

public sealed class CampaignTests(PipelineFixture pipeline) : IClassFixture<PipelineFixture>
{
    [Fact]
    public async Task a_campaign_is_planned_worked_off_booked_and_completed()
    {
        var campaign = await Launch(budget: 10, count: 250, reserved: 0.02m);
        var over = await pipeline.Until<Campaign>(campaign, one => one.Status == CampaignStatus.Completed);
        Assert.Equal((250, 0, 0), (over.CompletedTasks, over.FailedTasks, over.OpenTasks.Count));
        Assert.Equal((2.5m, 0m), (over.SpentUsd, over.ReservedUsd));
    }

    [Fact]
    public async Task a_plan_above_the_budget_is_not_begun_and_can_be_saved_by_a_higher_budget()
    {
        var campaign = await Launch(budget: 1, count: 3, reserved: 0.5m);
        var failed = await pipeline.Until<Campaign>(campaign, one => one.PlanError is not null);
        Assert.Equal(CampaignStatus.Paused, failed.Status);
        Assert.Empty(failed.OpenTasks);
        await pipeline.Send(new ReviseCampaign(campaign, BudgetUsd: 2));
        await pipeline.Send(new ResumeCampaign(campaign));
        await pipeline.Until<Campaign>(campaign, one => one.Status == CampaignStatus.Completed);
    }

    [Fact]
    public async Task a_campaign_that_overspends_is_paused_with_its_agents_and_the_operator_is_alerted()
    {
        pipeline.Tools.Plan = (campaign, agents, _) => [.. new[] { "ok", "ok", "unsafe" }.Select(topic => new PlanTask(Guid.CreateVersion7(), agents[0].Id, campaign.Id,
            TaskType.GeneratePost, ScriptedTools.Topic(topic)))];
        var campaign = await Create(0.01m);
        await pipeline.Until<Campaign>(campaign, one => one.Status == CampaignStatus.Paused);
        await pipeline.Until<Agent>(pipeline.AgentId, one => one.Status == AgentStatus.Paused);
        await pipeline.Send(new ResumeAgent(pipeline.AgentId));
        var alert = await pipeline.Until<Alert>(Alert.IdOf(campaign, Campaign.BudgetExceeded), _ => true);
        Assert.Equal((campaign, null, AlertStatus.Open, "0.02 US dollars are spent; the budget is 0.01."), (alert.CampaignId, alert.AgentId, alert.Status, alert.Message));
    }

    [Fact]
    public async Task cancelling_a_campaign_ends_every_open_task()
    {
        pipeline.Tools.Plan = (campaign, agents, _) =>
        {
            var blocked = new PlanTask(Guid.CreateVersion7(), agents[0].Id, campaign.Id, TaskType.GeneratePost, ScriptedTools.Topic("unsafe"));
            return [blocked, .. Enumerable.Range(0, 5).Select(_ => blocked with { TaskId = Guid.CreateVersion7(), Dependencies = [blocked.TaskId] })];
        };
        var id = await Create(10);
        var planned = await pipeline.Until<Campaign>(id, one => one.Planned);
        await pipeline.Send(new CancelCampaign(id, "second thoughts"));
        foreach (var task in planned.OpenTasks) await pipeline.Until<AgentTask>(task, one => one.IsTerminal);
        await pipeline.Until<Campaign>(id, one => one.OpenTasks.Count == 0);
    }

    [Fact]
    public async Task the_monitor_ends_a_campaign_whose_end_date_has_passed()
    {
        var id = Guid.CreateVersion7();
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
        await pipeline.Send(new CreateCampaign(id, "late", null, [pipeline.AgentId], yesterday.AddDays(-1), yesterday, 1, [new("test", ["test"], [Platform.Twitter], 1)],
            Status: CampaignStatus.Draft));
        await pipeline.Send(new MonitorCampaign(id));
        await pipeline.Until<Campaign>(id, one => one.Status == CampaignStatus.Cancelled);
    }

    [Fact]
    public async Task the_images_of_a_plan_show_their_agents()
    {
        var (image, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await pipeline.Send(new ReviseAgent(pipeline.AgentId, CharacterReferenceId: "scripted-v1"));
        pipeline.Tools.Plan = (campaign, agents, _) =>
        [
            new(image, agents[0].Id, campaign.Id, TaskType.GenerateImage, ChimeraJson.Write(new GenerateImageInput("a walk"))),
            new(other, agents[0].Id, campaign.Id, TaskType.GenerateImage, ChimeraJson.Write(new GenerateImageInput("a walk", "somebody")))
        ];
        await Create(10);
        Assert.Equal("scripted-v1", Shown(await pipeline.Until<AgentTask>(image, _ => true)));
        Assert.Equal("somebody", Shown(await pipeline.Until<AgentTask>(other, _ => true)));
    }

    private static string? Shown(AgentTask task) => ((GenerateImageInput)TaskSchemas.ReadInput(task.Type, task.InputData)).CharacterReferenceId;

    private Task<Guid> Launch(decimal budget, int count, decimal reserved)
    {
        pipeline.Tools.Plan = (campaign, agents, _) => [.. Enumerable.Range(0, count).Select(_ => new PlanTask(Guid.CreateVersion7(), agents[0].Id, campaign.Id,
            TaskType.GeneratePost, ScriptedTools.Topic("ok"), ReservedUsd: reserved))];
        return Create(budget);
    }

    private async Task<Guid> Create(decimal budget)
    {
        var id = Guid.CreateVersion7();
        await pipeline.Send(new CreateCampaign(id, "scripted", null, [pipeline.AgentId], DateTimeOffset.UtcNow, null, budget, [new("test", ["test"], [Platform.Twitter], 1)]));
        return id;
    }
}
