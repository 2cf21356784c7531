using System.Text.Json;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class ReviseTaskSpecs
{
    [Theory, InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Approved)]
    public void a_rejected_task_is_tried_another_way(TaskStage stage) =>
        Given(stage).When(task => Revise(OtherInput, task)).Then(new TaskRevised(1, OtherInput, Rejection, 0.2m, Now));

    [Fact]
    public void without_another_way_the_task_fails() => Given(Planned, Started).When(task => Revise(null, task)).Then(new TaskFailed(Rejection, 0.2m, Now));

    [Fact]
    public void when_the_retries_are_used_up_the_task_fails() =>
        Given(Planned with { MaxRetries = 1 }, Started, Revised, StartedAgain)
            .When(task => Revise(OtherInput, task)).Then(new TaskFailed(Rejection, 0.2m, Now));

    [Fact]
    public void the_other_way_must_fit_the_type() =>
        Given(Planned, Started)
            .When(task => Revise(Json("""{"topic":"","platform":"twitter"}"""), task)).ThenBreaks("generate-post.topic", "/input_data/topic");

    [Fact]
    public void an_unreadable_other_way_is_refused() =>
        Given(Planned, Started).When(task => Revise(Json("""{"topic":"tea"}"""), task)).ThenBreaks("task.input", "/input_data");

    [Theory]
    [InlineData(TaskStage.Pending), InlineData(TaskStage.Completed), InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped)]
    [InlineData(TaskStage.Cancelled)]
    public void a_task_that_waits_or_is_finished_is_decided_already(TaskStage stage) => Given(stage).When(task => Revise(OtherInput, task)).ThenNothing();

    [Fact]
    public void revising_twice_changes_nothing() => Given(Planned, Started, Revised).When(task => Revise(OtherInput, task)).ThenNothing();

    [Fact]
    public void a_late_word_of_an_earlier_attempt_changes_nothing() =>
        Given(Planned, Started, Revised, StartedAgain)
            .When(task => TaskDecider.Decide(new ReviseTask(TaskId, 0, OtherInput, Rejection, CostUsd: 0.2m), task, Now)).ThenNothing();

    private static TaskEvent[] Revise(JsonElement? input, AgentTask task) =>
        TaskDecider.Decide(new ReviseTask(TaskId, task.Attempt, input, Rejection, CostUsd: 0.2m), task, Now);
}
