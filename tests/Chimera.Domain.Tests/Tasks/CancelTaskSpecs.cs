using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class CancelTaskSpecs
{
    [Theory, InlineData(TaskStage.Pending), InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Approved)]
    public void an_unfinished_task_can_be_cancelled(TaskStage stage) => Given(stage).When(Cancel).Then(new TaskCancelled("operator", Now));

    [Fact]
    public void cancelling_twice_changes_nothing() => Given(TaskStage.Cancelled).When(Cancel).ThenNothing();

    [Theory, InlineData(TaskStage.Completed), InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped)]
    public void a_finished_task_cannot_be_cancelled(TaskStage stage) => Given(stage).When(Cancel).ThenBreaks("task.finished");

    [Fact]
    public void a_task_whose_effect_is_being_carried_out_cannot_be_cancelled() => Given(TaskStage.Committing).When(Cancel).ThenBreaks("task.committing");

    [Fact]
    public void a_task_cannot_be_cancelled_while_nobody_knows_what_came_of_its_effect()
    {
        Given(Planned, Started, Approved, CommitStarted, Escalated).When(Cancel).ThenBreaks("task.committing");
        Given(Planned, Started, Approved, CommitStarted, Escalated, Approved).When(Cancel).ThenBreaks("task.committing");
        Given(Planned, Started, Approved, CommitStarted, RetryScheduled).When(Cancel).Then(new TaskCancelled("operator", Now));
    }

    private static TaskEvent[] Cancel(AgentTask task) => TaskDecider.Decide(new CancelTask(TaskId, "operator"), task, Now);
}
