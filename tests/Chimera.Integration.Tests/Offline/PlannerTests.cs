using Chimera.Domain;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integration.Tests.Offline;

public sealed class PlannerTests
{
    private readonly OfflineStage _stage = new();
    private readonly LaunchBrief _brief = LaunchBrief.Read();

    [Fact]
    public async Task planning_again_gives_the_same_plan()
    {
        var (first, second) = (await Plan(PlanConstraints.None), await Plan(PlanConstraints.None));
        Assert.Equal(ChimeraJson.Write(first).GetRawText(), ChimeraJson.Write(second).GetRawText());
        Assert.Equal(first.Count, first.Select(task => task.TaskId).Distinct().Count());
    }

    [Fact]
    public async Task each_publication_waits_for_its_parts_and_they_know_it()
    {
        var plan = (await Plan(PlanConstraints.None)).ToDictionary(task => task.TaskId);
        foreach (var task in plan.Values)
        {
            Assert.All(task.Dependencies!, id => Assert.Contains(task.TaskId, plan[id].Dependents!));
            Assert.All(task.Dependents!, id => Assert.Contains(task.TaskId, plan[id].Dependencies!));
            Assert.Equal(task.Type == TaskType.GenerateImage ? 0.02m : 0, task.ReservedUsd);
        }
    }

    [Fact]
    public async Task only_agents_with_an_account_speak_on_a_platform()
    {
        var onTiktok = (await Plan(PlanConstraints.None))
            .Where(task => task.Type == TaskType.GeneratePost && task.InputData.GetProperty("platform").GetString() == "tiktok");
        Assert.All(onTiktok, task => Assert.Equal(_brief.Pip.Id, task.AgentId));
    }

    [Fact]
    public async Task max_tasks_drops_whole_posts_of_the_lowest_priority()
    {
        var plan = await Plan(new(MaxTasks: 10));
        Assert.InRange(plan.Count, 8, 10);
        Assert.Contains(plan, task => task.Priority >= 8);
        Assert.DoesNotContain(plan, task => task.Priority <= 4);
        Chimera.Domain.Campaigns.Plan.RequireAcyclic(plan);
    }

    [Fact]
    public async Task the_budget_drops_posts_that_would_reserve_too_much() =>
        Assert.True((await Plan(new(BudgetUsd: 0.05m))).Sum(task => task.ReservedUsd) <= 0.05m);

    [Fact]
    public async Task allowed_types_and_platforms_are_kept()
    {
        var plan = await Plan(new(AllowedTaskTypes: [TaskType.GeneratePost, TaskType.PostContent], AllowedPlatforms: [Platform.Instagram]));
        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, task => task.Type == TaskType.GenerateImage);
        Assert.All(plan, task => Assert.Equal("instagram", task.InputData.GetProperty("platform").GetString()));
    }

    [Fact]
    public async Task nothing_is_scheduled_after_the_deadline()
    {
        var deadline = LaunchBrief.Now.AddSeconds(1);
        var times = (await Plan(new(Deadline: deadline))).Where(task => task.Type == TaskType.PostContent)
            .Select(task => ((PostContentInput)TaskSchemas.ReadInput(task.Type, task.InputData)).ScheduledTime()).OfType<DateTimeOffset>().ToArray();
        Assert.Equal([deadline], times);
    }

    [Fact]
    public async Task other_approaches_run_out()
    {
        var image = OfflineStage.TaskOf(_brief.Ilse, TaskType.GenerateImage, new GenerateImageInput("balcony solar; calm mood"));
        var simpler = await _stage.Planner.HandleWorkerFailure(image, _brief.Ilse, null, "INVALID_PROMPT", OfflineStage.None);
        Assert.Equal("balcony solar", simpler.Input!.Value.GetProperty("prompt").GetString());
        Assert.Null((await _stage.Planner.HandleWorkerFailure(image with { InputData = simpler.Input.Value }, _brief.Ilse, null, "INVALID_PROMPT", OfflineStage.None)).Input);

        var post = OfflineStage.TaskOf(_brief.Ilse, TaskType.GeneratePost, new GeneratePostInput("balcony solar", Platform.Twitter));
        var rejected = OfflineStage.ResultOf(post, await _stage.Work(_brief.Ilse, post)) with { Judgement = new(Decision.Reject, "dull", "1", 0.9, []) };
        var other = await _stage.Planner.HandleWorkerFailure(post, _brief.Ilse, rejected, "dull", OfflineStage.None);
        Assert.Null((await _stage.Planner.HandleWorkerFailure(post with { InputData = other.Input!.Value }, _brief.Ilse, rejected, "dull", OfflineStage.None)).Input);
    }

    private async Task<IReadOnlyList<PlanTask>> Plan(PlanConstraints constraints) =>
        (await _stage.Planner.CreatePlan(_brief.Campaign, _brief.Agents, constraints, LaunchBrief.Now, OfflineStage.None)).Tasks;
}
