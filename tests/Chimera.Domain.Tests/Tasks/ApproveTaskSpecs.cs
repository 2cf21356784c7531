using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class ApproveTaskSpecs
{
    [Theory, InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated)]
    public void a_judged_task_is_approved_by_judge_or_human(TaskStage stage) =>
        Given(stage).When(task => Approve(ResultId, task)).Then(new TaskApproved(ResultId, Now));

    [Fact]
    public void approving_twice_changes_nothing() => Given(TaskStage.Approved).When(task => Approve(ResultId, task)).ThenNothing();

    [Fact]
    public void a_second_result_is_not_approved() => Given(TaskStage.Approved).When(task => Approve(OtherResult, task)).ThenBreaks("task.stage");

    [Theory]
    [InlineData(TaskStage.Pending), InlineData(TaskStage.Completed), InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped)]
    [InlineData(TaskStage.Cancelled)]
    public void a_task_that_waits_or_is_finished_is_not_approved(TaskStage stage) =>
        Given(stage).When(task => Approve(ResultId, task)).ThenBreaks("task.stage");

    private static TaskEvent[] Approve(Guid result, AgentTask task) => TaskDecider.Decide(new ApproveTask(TaskId, result), task, Now);
}
