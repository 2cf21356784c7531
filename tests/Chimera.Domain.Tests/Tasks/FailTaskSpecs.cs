using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class FailTaskSpecs
{
    private static readonly TaskError DependencyFailed = new(ErrorTable.DependencyFailed, "the image failed");

    [Theory, InlineData(TaskStage.Pending), InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Approved)]
    public void an_unfinished_task_can_fail(TaskStage stage) => Given(stage).When(Fail).Then(new TaskFailed(DependencyFailed, 0.4m, Now));

    [Theory, InlineData(TaskStage.Failed), InlineData(TaskStage.Completed), InlineData(TaskStage.Skipped), InlineData(TaskStage.Cancelled)]
    public void failing_a_finished_task_changes_nothing(TaskStage stage) => Given(stage).When(Fail).ThenNothing();

    private static TaskEvent[] Fail(AgentTask task) => TaskDecider.Decide(new FailTask(TaskId, DependencyFailed, CostUsd: 0.4m), task, Now);
}
