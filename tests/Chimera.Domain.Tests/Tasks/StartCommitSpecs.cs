using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class StartCommitSpecs
{
    [Fact]
    public void an_approved_effect_is_about_to_act() => Given(TaskStage.Approved).When(task => Start(ResultId, task)).Then(new TaskCommitStarted(ResultId, Now));

    [Fact]
    public void starting_the_commit_twice_changes_nothing() => Given(TaskStage.Committing).When(task => Start(ResultId, task)).ThenNothing();

    [Fact]
    public void only_the_approved_result_is_committed() => Given(TaskStage.Approved).When(task => Start(OtherResult, task)).ThenBreaks("task.result");

    [Theory]
    [InlineData(TaskStage.Pending), InlineData(TaskStage.InProgress), InlineData(TaskStage.Escalated), InlineData(TaskStage.Completed)]
    [InlineData(TaskStage.Failed), InlineData(TaskStage.Skipped), InlineData(TaskStage.Cancelled)]
    public void nothing_is_committed_without_an_approval(TaskStage stage) => Given(stage).When(task => Start(ResultId, task)).ThenBreaks("task.stage");

    private static TaskEvent[] Start(Guid result, AgentTask task) => TaskDecider.Decide(new StartCommit(TaskId, result), task, Now);
}
