using System.Text.Json;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class TaskEvolveSpecs
{
    [Fact]
    public void a_planned_task_waits_and_holds_every_fact() => Given(Planned).ThenState(task =>
    {
        Assert.Equal((TaskId, Ada, CampaignId, TaskType.GeneratePost, 7), (task.Id, task.AgentId, task.CampaignId, task.Type, task.Priority));
        Assert.True(JsonElement.DeepEquals(Input, task.InputData));
        Assert.Equal(([Before], [After]), (task.Dependencies.ToArray(), task.Dependents.ToArray()), Alike);
        Assert.Equal((2, 60, "trace-1", 0.5m, true, null, Then),
            (task.MaxRetries, task.TimeoutSeconds, task.TraceId, task.ReservedUsd, task.DryRun, task.ScheduledFor, task.CreatedAt));
        Assert.Equal((TaskStage.Pending, 0, 0, 0m), (task.Stage, task.Attempt, task.RetryCount, task.CostUsd));
    });

    [Fact]
    public void a_started_task_knows_its_worker_and_when() => Given(Planned, Started).ThenState(task =>
        Assert.Equal((TaskStage.InProgress, Worker, Then), (task.Stage, task.WorkerId, task.StartedAt)));

    [Fact]
    public void a_task_that_is_awaited_knows_who_waits() =>
        Given(Planned, new TaskAwaited(HitlId, Then)).ThenState(task => Assert.Equal([After, HitlId], task.Dependents));

    [Fact]
    public void a_retry_waits_as_the_next_attempt_and_keeps_the_error() => Given(Planned, Started, RetryScheduled).ThenState(task =>
        Assert.Equal((TaskStage.Pending, 1, 1, RateLimit, 0.1m), (task.Stage, task.Attempt, task.RetryCount, task.Error, task.CostUsd)));

    [Fact]
    public void a_revision_waits_as_the_next_attempt_with_another_input() => Given(Planned, Started, Revised).ThenState(task =>
    {
        Assert.Equal((TaskStage.Pending, 1, 1, Rejection, 0.2m), (task.Stage, task.Attempt, task.RetryCount, task.Error, task.CostUsd));
        Assert.True(JsonElement.DeepEquals(OtherInput, task.InputData));
    });

    [Fact]
    public void an_escalated_task_knows_the_result_and_the_item_in_review() => Given(TaskStage.Escalated).ThenState(task =>
        Assert.Equal((TaskStage.Escalated, ResultId, HitlId), (task.Stage, task.ResultId, task.HitlId)));

    [Fact]
    public void an_approved_task_knows_its_result() => Given(TaskStage.Approved).ThenState(task =>
        Assert.Equal((TaskStage.Approved, ResultId), (task.Stage, task.ResultId)));

    [Fact]
    public void a_completed_task_has_a_result_a_time_and_no_error() => Given(Planned, Started, RetryScheduled, StartedAgain, Completed).ThenState(task =>
        Assert.Equal((TaskStage.Completed, ResultId, Then, null), (task.Stage, task.ResultId, task.CompletedAt, task.Error)));

    [Fact]
    public void a_failed_and_a_skipped_task_say_why()
    {
        Given(TaskStage.Failed).ThenState(task => Assert.Equal((TaskStage.Failed, RateLimit, Then), (task.Stage, task.Error, task.CompletedAt)));
        Given(TaskStage.Skipped).ThenState(task => Assert.Equal((TaskStage.Skipped, Duplicate, Then), (task.Stage, task.Error, task.CompletedAt)));
    }

    [Fact]
    public void a_cancelled_task_says_why() => Given(TaskStage.Cancelled).ThenState(task =>
        Assert.Equal((TaskStage.Cancelled, new TaskError("CANCELLED", "operator"), Then), (task.Stage, task.Error, task.CompletedAt)));

    [Fact]
    public void a_reopened_task_is_the_next_attempt_with_all_its_retries() =>
        Given(Planned, Started, RetryScheduled, StartedAgain, Failed, Reopened).ThenState(task =>
        {
            Assert.Equal((TaskStage.Pending, 2, 0), (task.Stage, task.Attempt, task.RetryCount));
            Assert.Null(task.Error);
            Assert.Null(task.CompletedAt);
        });

    [Fact]
    public void a_rescheduled_task_has_its_new_time() =>
        Given(Scheduled, new TaskRescheduled(Tomorrow.AddDays(1), Then)).ThenState(task => Assert.Equal(Tomorrow.AddDays(1), task.ScheduledFor));

    [Fact]
    public void a_task_costs_what_all_its_attempts_cost()
    {
        Given(Planned, Started, RetryScheduled, StartedAgain, Revised, Completed).ThenState(task => Assert.Equal(0.6m, task.CostUsd));
        Given(Planned, Started, RetryScheduled, StartedAgain, Skipped with { CostUsd = 0.05m }).ThenState(task => Assert.Equal(0.15m, task.CostUsd));
        Given(Planned, Started, RetryScheduled, StartedAgain, Failed, Reopened, Started, Completed).ThenState(task => Assert.Equal(0.8m, task.CostUsd));
    }

    [Fact]
    public void what_a_reopened_task_cost_before_is_booked_already() =>
        Given(Planned, Started, Failed, Reopened, Started, Completed).ThenState(task => Assert.Equal((0.7m, 0.4m), (task.CostUsd, task.BookedUsd)));

    [Theory]
    [InlineData(TaskStage.Pending, "pending")]
    [InlineData(TaskStage.InProgress, "in_progress")]
    [InlineData(TaskStage.Approved, "in_progress")]
    [InlineData(TaskStage.Committing, "in_progress")]
    [InlineData(TaskStage.Escalated, "escalated")]
    [InlineData(TaskStage.Completed, "completed")]
    [InlineData(TaskStage.Failed, "failed")]
    [InlineData(TaskStage.Skipped, "failed")]
    [InlineData(TaskStage.Cancelled, "failed")]
    public void every_stage_has_a_published_status(TaskStage stage, string status) =>
        Given(stage).ThenState(task => Assert.Equal((stage, status), (task.Stage, ChimeraJson.NameOf(task.Status))));

    [Fact]
    public void every_stage_has_a_past() => Assert.Equal(Enum.GetValues<TaskStage>(), PastOf.Keys.Order());

    [Fact]
    public void only_completed_failed_skipped_and_cancelled_are_final() =>
        Assert.Equal(
            [TaskStage.Completed, TaskStage.Failed, TaskStage.Skipped, TaskStage.Cancelled],
            PastOf.Where(past => past.Value.Aggregate(default(AgentTask), AgentTask.Evolve)!.IsTerminal).Select(past => past.Key).Order());

    private static bool Alike((Guid[], Guid[]) one, (Guid[], Guid[]) other) => one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2);
}
