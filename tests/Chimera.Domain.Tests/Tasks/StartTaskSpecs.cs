using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class StartTaskSpecs
{
    private static readonly Guid OtherWorker = Guid.NewGuid();

    [Fact]
    public void a_worker_starts_a_pending_task() => Given(Planned).When(task => Start(0, task)).Then(new TaskStarted(Worker, 0, Now));

    [Fact]
    public void an_escalated_task_can_be_started_again() => Given(TaskStage.Escalated).When(task => Start(0, task)).Then(new TaskStarted(Worker, 0, Now));

    [Fact]
    public void the_next_attempt_starts_after_a_retry_a_revision_and_a_reopening()
    {
        Given(Planned, Started, RetryScheduled).When(task => Start(1, task)).Then(new TaskStarted(Worker, 1, Now));
        Given(Planned, Started, Revised).When(task => Start(1, task)).Then(new TaskStarted(Worker, 1, Now));
        Given(Planned, Started, Failed, Reopened).When(task => Start(1, task)).Then(new TaskStarted(Worker, 1, Now));
    }

    [Fact]
    public void starting_twice_changes_nothing() => Given(Planned, Started).When(task => Start(0, task)).ThenNothing();

    [Fact]
    public void a_worker_that_carries_on_for_a_dead_one_changes_nothing() =>
        Given(Planned, Started).When(task => TaskDecider.Decide(new StartTask(TaskId, OtherWorker, 0), task, Now)).ThenNothing();

    [Theory, InlineData(0), InlineData(2)]
    public void only_the_current_attempt_starts(int attempt) =>
        Given(Planned, Started, RetryScheduled).When(task => Start(attempt, task)).ThenBreaks("task.attempt");

    [Fact]
    public void another_attempt_does_not_start_while_one_is_running() => Given(Planned, Started).When(task => Start(1, task)).ThenBreaks("task.stage");

    [Theory]
    [InlineData(TaskStage.Approved), InlineData(TaskStage.Completed), InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped)]
    [InlineData(TaskStage.Cancelled)]
    public void an_approved_or_finished_task_does_not_start(TaskStage stage) => Given(stage).When(task => Start(0, task)).ThenBreaks("task.stage");

    private static TaskEvent[] Start(int attempt, AgentTask task) => TaskDecider.Decide(new StartTask(TaskId, Worker, attempt), task, Now);
}
