using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class AdoptPlanSpecs
{
    [Fact]
    public void a_plan_reserves_what_its_tasks_may_cost() =>
        Given(Created).When(Adopt(Plan(Task(Writing, 10), Task(Drawing, 20), Task(Posting, 30, Writing, Drawing))))
            .Then(new CampaignPlanned([Writing, Drawing, Posting], 60, "gemini-3-pro", Now));

    [Fact]
    public void adopting_a_second_plan_changes_nothing() =>
        Given(Created, Planned).When(Adopt(Plan(Task(Extra)))).ThenNothing();

    [Fact]
    public void a_plan_after_a_failed_one_is_adopted_once_the_campaign_is_resumed() =>
        Given(Created, PlanFailed, Resumed).When(Adopt(Plan(Task(Writing, 1)))).Then(new CampaignPlanned([Writing], 1, "gemini-3-pro", Now));

    [Fact]
    public void only_an_active_campaign_adopts_a_plan()
    {
        Given(Drafted).When(Adopt(Plan(Task(Writing)))).ThenBreaks("campaign.not-active");
        Given(Created, Paused).When(Adopt(Plan(Task(Writing)))).ThenBreaks("campaign.not-active");
        Given(Created, Completed).When(Adopt(Plan(Task(Writing)))).ThenBreaks("campaign.not-active");
        Given(Created, Cancelled).When(Adopt(Plan(Task(Writing)))).ThenBreaks("campaign.not-active");
    }

    [Fact]
    public void what_the_planning_cost_is_recorded_and_not_held_against_the_plan() =>
        Given(Created).When(Adopt(Plan(Task(Writing, 100)) with { CostUsd = 0.03m })).Then(new CampaignPlanned([Writing], 100, "gemini-3-pro", Now, 0.03m));

    [Fact]
    public void a_plan_without_tasks_is_refused() => Given(Created).When(Adopt(Plan())).ThenBreaks("campaign.empty-plan");

    [Fact]
    public void a_plan_may_use_up_the_budget_but_no_more()
    {
        Given(Created).When(Adopt(Plan(Task(Writing, 40), Task(Drawing, 60)))).Then(new CampaignPlanned([Writing, Drawing], 100, "gemini-3-pro", Now));
        Given(Created).When(Adopt(Plan(Task(Writing, 40), Task(Drawing, 60.01m)))).ThenBreaks("campaign.budget-exceeded");
    }

    [Fact]
    public void what_is_reserved_already_is_not_free() =>
        Given(Created, new CampaignTaskAdded(Extra, 50, Then)).When(Adopt(Plan(Task(Writing, 50.01m)))).ThenBreaks("campaign.budget-exceeded");

    [Fact]
    public void a_plan_keeps_the_budget_of_its_constraints()
    {
        Given(With(new(BudgetUsd: 10))).When(Adopt(Plan(Task(Writing, 10)))).Then(new CampaignPlanned([Writing], 10, "gemini-3-pro", Now));
        Given(With(new(BudgetUsd: 10))).When(Adopt(Plan(Task(Writing, 10.01m)))).ThenBreaks("campaign.plan-budget");
    }

    [Fact]
    public void a_plan_has_no_more_tasks_than_allowed()
    {
        Given(With(new(MaxTasks: 2))).When(Adopt(Plan(Task(Writing), Task(Drawing)))).Then(new CampaignPlanned([Writing, Drawing], 0, "gemini-3-pro", Now));
        Given(With(new(MaxTasks: 2))).When(Adopt(Plan(Task(Writing), Task(Drawing), Task(Posting)))).ThenBreaks("campaign.max-tasks");
    }

    [Fact]
    public void a_task_goes_to_an_agent_of_the_campaign() =>
        Given(Created)
            .When(Adopt(Plan(Task(Writing), Task(Drawing) with { AgentId = Guid.NewGuid() }))).ThenBreaks("campaign.unknown-agent", "/tasks/1/agent_id");

    [Fact]
    public void only_allowed_types_of_task_are_planned()
    {
        var limits = With(new(AllowedTaskTypes: [TaskType.GenerateImage]));
        var image = Task(Drawing) with { Type = TaskType.GenerateImage, InputData = Json("""{"prompt":"a cup"}""") };
        Given(limits).When(Adopt(Plan(image))).Then(new CampaignPlanned([Drawing], 0, "gemini-3-pro", Now));
        Given(limits).When(Adopt(Plan(image, Task(Writing)))).ThenBreaks("campaign.task-type", "/tasks/1/type");
    }

    [Theory]
    [InlineData(TaskType.GeneratePost, """{"topic":"espresso","platform":"tiktok"}""")]
    [InlineData(TaskType.PostContent, """{"platform":"tiktok","content":{"text":"Hi"}}""")]
    [InlineData(TaskType.ReplyComment, """{"platform":"tiktok","comment_id":"1","author":"eve","comment_text":"Hi"}""")]
    public void only_allowed_platforms_are_planned(TaskType type, string input)
    {
        var task = Task(Writing) with { Type = type, InputData = Json(input) };
        Given(With(new(AllowedPlatforms: [Platform.Tiktok]))).When(Adopt(Plan(task))).Then(new CampaignPlanned([Writing], 0, "gemini-3-pro", Now));
        Given(With(new(AllowedPlatforms: [Platform.Twitter]))).When(Adopt(Plan(task))).ThenBreaks("campaign.platform", "/tasks/0/input_data/platform");
    }

    [Fact]
    public void a_task_without_a_platform_is_on_none_that_is_forbidden() =>
        Given(With(new(AllowedPlatforms: [])))
            .When(Adopt(Plan(Task(Drawing) with { Type = TaskType.GenerateImage, InputData = Json("""{"prompt":"a cup"}""") })))
            .Then(new CampaignPlanned([Drawing], 0, "gemini-3-pro", Now));

    [Fact]
    public void a_broken_input_is_named_by_its_place_in_the_plan()
    {
        Given(Created).When(Adopt(Plan(Task(Writing), Task(Drawing) with { InputData = Json("""{"topic":"","platform":"twitter"}""") })))
            .ThenBreaks("generate-post.topic", "/tasks/1/input_data/topic");
        Given(Created).When(Adopt(Plan(Task(Writing) with { InputData = Json("""{"topic":"x","platform":"myspace"}""") })))
            .ThenBreaks("task.input", "/tasks/0/input_data/platform");
    }

    [Fact]
    public void a_task_cannot_wait_for_itself() =>
        Given(Created).When(Adopt(Plan(Task(Writing), Task(Drawing, 0, Drawing)))).ThenBreaks("task.cyclic-dependencies", "/tasks/1/dependencies");

    [Fact]
    public void a_task_waits_only_for_tasks_of_the_plan() =>
        Given(Created).When(Adopt(Plan(Task(Writing), Task(Drawing, 0, Writing, Extra)))).ThenBreaks("task.unknown-dependency", "/tasks/1/dependencies");

    [Fact]
    public void a_negative_reservation_does_not_make_room_for_another() =>
        Given(Created).When(Adopt(Plan(Task(Writing, 150), Task(Drawing, -60)))).ThenBreaks("task.reserved", "/tasks/1/reserved_usd");

    [Fact]
    public void a_task_is_planned_once() =>
        Given(Created).When(Adopt(Plan(Task(Writing), Task(Drawing), Task(Writing)))).ThenBreaks("campaign.duplicate-task", "/tasks/2/task_id");

    private static Func<Campaign, CampaignEvent[]> Adopt(AdoptPlan command) => campaign => CampaignDecider.Decide(command, campaign, Now);
}
