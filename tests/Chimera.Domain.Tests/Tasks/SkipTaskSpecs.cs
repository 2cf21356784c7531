using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class SkipTaskSpecs
{
    [Theory, InlineData(TaskStage.Pending), InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Approved)]
    public void an_unfinished_task_can_be_skipped(TaskStage stage) => Given(stage).When(Skip).Then(new TaskSkipped(Duplicate, Now, CostUsd: 0.1m));

    [Theory, InlineData(TaskStage.Skipped), InlineData(TaskStage.Completed), InlineData(TaskStage.Failed), InlineData(TaskStage.Cancelled)]
    public void skipping_a_finished_task_changes_nothing(TaskStage stage) => Given(stage).When(Skip).ThenNothing();

    private static TaskEvent[] Skip(AgentTask task) => TaskDecider.Decide(new SkipTask(TaskId, Duplicate, CostUsd: 0.1m), task, Now);
}
