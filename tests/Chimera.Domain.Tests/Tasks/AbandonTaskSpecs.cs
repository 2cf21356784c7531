using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class AbandonTaskSpecs
{
    private static readonly TaskError Discarded = new(ErrorTable.Discarded, "the shop is closed");

    [Theory, InlineData(TaskStage.Pending), InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Approved), InlineData(TaskStage.Committing)]
    public void an_unfinished_task_fails_whatever_it_was_at(TaskStage stage) => Given(stage).When(Abandon).Then(new TaskFailed(Discarded, 0, Now));

    [Theory, InlineData(TaskStage.Skipped), InlineData(TaskStage.Completed), InlineData(TaskStage.Failed), InlineData(TaskStage.Cancelled)]
    public void abandoning_a_finished_task_changes_nothing(TaskStage stage) => Given(stage).When(Abandon).ThenNothing();

    private static TaskEvent[] Abandon(AgentTask task) => TaskDecider.Decide(new AbandonTask(TaskId, Discarded), task, Now);
}
