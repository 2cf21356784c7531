using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class RescheduleTaskSpecs
{
    private static readonly DateTimeOffset NextWeek = Now.AddDays(7);

    [Fact]
    public void a_scheduled_post_can_be_moved() => Given(Scheduled).When(task => Move(NextWeek, task)).Then(new TaskRescheduled(NextWeek, Now));

    [Fact]
    public void the_same_time_again_changes_nothing()
    {
        Given(Scheduled).When(task => Move(Tomorrow, task)).ThenNothing();
        Given(Scheduled, new TaskRescheduled(NextWeek, Then)).When(task => Move(NextWeek, task)).ThenNothing();
    }

    [Fact]
    public void a_post_that_was_not_scheduled_cannot_be_moved() =>
        Given(Planned).When(task => Move(NextWeek, task)).ThenBreaks("task.not-scheduled", "/scheduled_time");

    [Fact]
    public void the_new_time_lies_in_the_future()
    {
        Given(Scheduled).When(task => Move(Now, task)).ThenBreaks("task.scheduled-time", "/scheduled_time");
        Given(Scheduled).When(task => Move(Now.AddTicks(1), task)).Then(new TaskRescheduled(Now.AddTicks(1), Now));
    }

    [Fact]
    public void a_finished_post_cannot_be_moved()
    {
        Given(Scheduled, Started, Completed).When(task => Move(NextWeek, task)).ThenBreaks("task.finished");
        Given(Scheduled, Failed).When(task => Move(NextWeek, task)).ThenBreaks("task.finished");
        Given(Scheduled, Skipped).When(task => Move(NextWeek, task)).ThenBreaks("task.finished");
        Given(Scheduled, Cancelled).When(task => Move(NextWeek, task)).ThenBreaks("task.finished");
    }

    private static TaskEvent[] Move(DateTimeOffset time, AgentTask task) => TaskDecider.Decide(new RescheduleTask(TaskId, time), task, Now);
}
