using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class PlanTaskSpecs
{
    private static readonly TaskPlanned NowPlanned = Planned with { PlannedAt = Now };

    [Fact]
    public void a_planned_task_has_what_was_asked_for() => When(Plan).Then(NowPlanned);

    [Fact]
    public void a_task_has_priority_5_three_retries_and_five_minutes_unless_told_otherwise() =>
        When(new(TaskId, Ada, null, TaskType.GeneratePost, Input))
            .Then(new TaskPlanned(TaskId, Ada, null, TaskType.GeneratePost, 5, Input, [], [], 3, 300, "", 0, DryRun: false, null, Now));

    [Theory, InlineData(1), InlineData(10)]
    public void a_priority_is_1_to_10(int priority) => When(Plan with { Priority = priority }).Then(NowPlanned with { Priority = priority });

    [Theory, InlineData(0), InlineData(11), InlineData(-1)]
    public void a_priority_outside_1_to_10_is_refused(int priority) => When(Plan with { Priority = priority }).ThenBreaks("task.priority", "/priority");

    [Theory, InlineData(0), InlineData(20)]
    public void a_task_is_retried_0_to_20_times(int retries) => When(Plan with { MaxRetries = retries }).Then(NowPlanned with { MaxRetries = retries });

    [Theory, InlineData(-1), InlineData(21)]
    public void other_numbers_of_retries_are_refused(int retries) => When(Plan with { MaxRetries = retries }).ThenBreaks("task.max-retries", "/max_retries");

    [Theory, InlineData(1), InlineData(86_400)]
    public void a_timeout_is_a_second_to_a_day(int seconds) => When(Plan with { TimeoutSeconds = seconds }).Then(NowPlanned with { TimeoutSeconds = seconds });

    [Theory, InlineData(0), InlineData(-1), InlineData(86_401)]
    public void other_timeouts_are_refused(int seconds) => When(Plan with { TimeoutSeconds = seconds }).ThenBreaks("task.timeout", "/timeout_seconds");

    [Fact]
    public void a_reservation_is_never_negative() => When(Plan with { ReservedUsd = -0.01m }).ThenBreaks("task.reserved", "/reserved_usd");

    [Fact]
    public void a_task_waits_for_up_to_100_others()
    {
        var others = Enumerable.Range(0, 101).Select(_ => Guid.NewGuid()).ToArray();
        When(Plan with { Dependencies = others[1..] }).Then(NowPlanned with { Dependencies = others[1..] });
        When(Plan with { Dependencies = others }).ThenBreaks("task.dependencies", "/dependencies");
    }

    [Fact]
    public void a_task_cannot_wait_for_itself() => When(Plan with { Dependencies = [Before, TaskId] }).ThenBreaks("task.cyclic-dependencies", "/dependencies");

    [Fact]
    public void the_input_must_fit_the_type() => When(Plan with { Type = TaskType.GenerateVideo }).ThenBreaks("task.input", "/input_data/topic");

    [Fact]
    public void the_limits_of_the_input_hold() =>
        When(Plan with { InputData = Json("""{"topic":"x","platform":"twitter","max_length":281}""") })
            .ThenBreaks("generate-post.max-length", "/input_data/max_length");

    [Fact]
    public void an_unknown_type_is_refused() => When(Plan with { Type = (TaskType)99 }).ThenBreaks("task.type", "/type");

    [Fact]
    public void a_post_with_a_time_is_scheduled_for_it() =>
        When(Plan with { Type = TaskType.PostContent, InputData = Scheduled.InputData }).Then(Scheduled with { PlannedAt = Now });

    [Fact]
    public void a_post_without_a_time_is_not_scheduled()
    {
        var input = Json("""{"platform":"twitter","content":{"text":"Hi"},"scheduling":{"post_now":true}}""");
        When(Plan with { Type = TaskType.PostContent, InputData = input }).Then(NowPlanned with { Type = TaskType.PostContent, InputData = input });
    }

    private static Spec<AgentTask, TaskEvent> When(PlanTask command) => Given().When(() => TaskDecider.Decide(command, Now));
}
