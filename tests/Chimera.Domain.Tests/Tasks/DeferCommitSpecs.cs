using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class DeferCommitSpecs
{
    [Fact]
    public void a_commit_that_came_too_soon_is_put_off() => Given(TaskStage.Committing).When(Defer).Then(new TaskCommitDeferred(Now));

    [Fact]
    public void what_was_put_off_is_approved_as_before_and_can_be_cancelled()
    {
        Given(Planned, Started, Approved, CommitStarted, CommitDeferred).ThenState(task => Assert.Equal((TaskStage.Approved, ResultId, false), (task.Stage, task.ResultId, task.CommitStarted)));
        Given(Planned, Started, Approved, CommitStarted, CommitDeferred)
            .When(task => TaskDecider.Decide(new CancelTask(TaskId, "operator"), task, Now)).Then(new TaskCancelled("operator", Now));
    }

    [Fact]
    public void it_is_committed_when_its_time_has_come() => Given(Planned, Started, Approved, CommitStarted, CommitDeferred)
        .When(task => TaskDecider.Decide(new StartCommit(TaskId, ResultId), task, Now)).Then(new TaskCommitStarted(ResultId, Now));

    [Fact]
    public void putting_off_twice_changes_nothing() => Given(TaskStage.Approved).When(Defer).ThenNothing();

    [Theory]
    [InlineData(TaskStage.Pending), InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Completed)]
    [InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped), InlineData(TaskStage.Cancelled)]
    public void what_was_not_begun_is_not_put_off(TaskStage stage) => Given(stage).When(Defer).ThenBreaks("task.stage");

    private static TaskEvent[] Defer(AgentTask task) => TaskDecider.Decide(new DeferCommit(TaskId), task, Now);
}
