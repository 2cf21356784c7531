using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class EscalateTaskSpecs
{
    [Theory, InlineData(TaskStage.InProgress), InlineData(TaskStage.Committing)]
    public void a_running_task_is_given_to_a_human(TaskStage stage) =>
        Given(stage).When(task => Escalate(ResultId, task)).Then(new TaskEscalated(ResultId, HitlId, "low confidence", Now));

    [Fact]
    public void escalating_twice_changes_nothing() => Given(TaskStage.Escalated).When(task => Escalate(ResultId, task)).ThenNothing();

    [Fact]
    public void another_result_of_an_escalated_task_is_not_escalated() =>
        Given(TaskStage.Escalated).When(task => Escalate(OtherResult, task)).ThenBreaks("task.stage");

    [Theory]
    [InlineData(TaskStage.Pending), InlineData(TaskStage.Completed), InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped)]
    [InlineData(TaskStage.Cancelled)]
    public void a_task_that_waits_or_is_finished_is_not_escalated(TaskStage stage) =>
        Given(stage).When(task => Escalate(ResultId, task)).ThenBreaks("task.stage");

    private static TaskEvent[] Escalate(Guid result, AgentTask task) =>
        TaskDecider.Decide(new EscalateTask(TaskId, result, HitlId, "low confidence"), task, Now);
}
