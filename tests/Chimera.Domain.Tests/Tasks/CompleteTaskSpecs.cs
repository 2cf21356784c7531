using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class CompleteTaskSpecs
{
    [Theory, InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Committing)]
    public void a_running_task_is_completed_with_its_cost(TaskStage stage) =>
        Given(stage).When(task => Complete(ResultId, task)).Then(new TaskCompleted(ResultId, 0.3m, Now));

    [Fact]
    public void completing_twice_changes_nothing() => Given(TaskStage.Completed).When(task => Complete(ResultId, task)).ThenNothing();

    [Fact]
    public void a_task_has_one_accepted_result() => Given(TaskStage.Completed).When(task => Complete(OtherResult, task)).ThenBreaks("task.stage");

    [Theory, InlineData(TaskStage.Pending), InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped), InlineData(TaskStage.Cancelled)]
    public void a_task_that_waits_or_has_failed_is_not_completed(TaskStage stage) =>
        Given(stage).When(task => Complete(ResultId, task)).ThenBreaks("task.stage");

    private static TaskEvent[] Complete(Guid result, AgentTask task) => TaskDecider.Decide(new CompleteTask(TaskId, result, CostUsd: 0.3m), task, Now);
}
