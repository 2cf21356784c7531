using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class FailAttemptSpecs
{
    [Fact]
    public void an_attempt_that_may_succeed_later_is_retried_after_a_wait() =>
        Given(Planned, Started).When(task => Fail(RateLimit, task)).Then(new TaskRetryScheduled(1, RateLimit, 0.1m, Now + Backoff.After(TaskId, 0), Now));

    [Fact]
    public void the_second_retry_waits_longer() =>
        Given(Planned, Started, RetryScheduled, StartedAgain).When(task => Fail(RateLimit, task))
            .Then(new TaskRetryScheduled(2, RateLimit, 0.1m, Now + Backoff.After(TaskId, 1), Now));

    [Fact]
    public void when_the_retries_are_used_up_the_task_fails() =>
        Given(Planned, Started, RetryScheduled, StartedAgain, RetryScheduled with { RetryCount = 2 }, new TaskStarted(Worker, 2, Then))
            .When(task => Fail(RateLimit, task)).Then(new TaskFailed(RateLimit, 0.1m, Now));

    [Fact]
    public void a_task_without_retries_fails_at_once() =>
        Given(Planned with { MaxRetries = 0 }, Started).When(task => Fail(RateLimit, task)).Then(new TaskFailed(RateLimit, 0.1m, Now));

    [Fact]
    public void a_commit_that_fails_is_retried_as_well() =>
        Given(TaskStage.Committing).When(task => Fail(RateLimit, task)).Then(new TaskRetryScheduled(1, RateLimit, 0.1m, Now + Backoff.After(TaskId, 0), Now));

    [Fact]
    public void what_was_said_before_is_skipped_and_still_costs_what_it_cost() =>
        Given(Planned, Started).When(task => Fail(Duplicate, task)).Then(new TaskSkipped(Duplicate, Now, CostUsd: 0.1m));

    [Theory]
    [InlineData("PLATFORM_NOT_CONFIGURED"), InlineData("NO_SUCH_CODE"), InlineData("AUTH_FAILED"), InlineData("OUTCOME_UNKNOWN")]
    [InlineData("NSFW_DETECTED")]
    public void what_is_not_known_to_be_safe_to_repeat_fails(string code) =>
        Given(Planned, Started).When(task => Fail(new(code, "no"), task)).Then(new TaskFailed(new(code, "no"), 0.1m, Now));

    [Theory]
    [InlineData(TaskStage.Pending), InlineData(TaskStage.Escalated), InlineData(TaskStage.Completed), InlineData(TaskStage.Failed)]
    [InlineData(TaskStage.Skipped), InlineData(TaskStage.Cancelled)]
    public void only_a_running_attempt_fails(TaskStage stage) => Given(stage).When(task => Fail(RateLimit, task)).ThenBreaks("task.stage");

    [Fact]
    public void the_same_failure_again_is_refused_so_that_no_retry_is_counted_twice() =>
        Given(Planned, Started, RetryScheduled).When(task => Fail(RateLimit, task)).ThenBreaks("task.stage");

    private static TaskEvent[] Fail(TaskError error, AgentTask task) => TaskDecider.Decide(new FailAttempt(TaskId, error, CostUsd: 0.1m), task, Now);
}
