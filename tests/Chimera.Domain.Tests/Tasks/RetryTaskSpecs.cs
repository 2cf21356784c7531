using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class RetryTaskSpecs
{
    [Theory, InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped), InlineData(TaskStage.Cancelled)]
    public void a_task_that_did_not_succeed_can_be_tried_again(TaskStage stage) => Given(stage).When(Retry).Then(new TaskReopened(Now));

    [Fact]
    public void retrying_a_waiting_task_changes_nothing() => Given(TaskStage.Pending).When(Retry).ThenNothing();

    [Fact]
    public void retrying_twice_changes_nothing() => Given(Planned, Started, Failed, Reopened).When(Retry).ThenNothing();

    [Theory, InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Approved), InlineData(TaskStage.Completed)]
    public void a_running_or_completed_task_is_not_tried_again(TaskStage stage) => Given(stage).When(Retry).ThenBreaks("task.stage");

    private static TaskEvent[] Retry(AgentTask task) => TaskDecider.Decide(new RetryTask(TaskId), task, Now);
}
