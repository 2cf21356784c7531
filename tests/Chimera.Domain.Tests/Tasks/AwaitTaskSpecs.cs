using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class AwaitTaskSpecs
{
    private static readonly Guid Late = Guid.NewGuid();

    [Fact]
    public void a_later_task_can_wait_for_this_one() => Given(Planned).When(task => Await(Late, task)).Then(new TaskAwaited(Late, Now));

    [Fact]
    public void a_task_of_the_plan_that_waits_already_changes_nothing() => Given(Planned).When(task => Await(After, task)).ThenNothing();

    [Fact]
    public void waiting_twice_changes_nothing() => Given(Planned, new TaskAwaited(Late, Then)).When(task => Await(Late, task)).ThenNothing();

    private static TaskEvent[] Await(Guid dependent, AgentTask task) => TaskDecider.Decide(new AwaitTask(TaskId, dependent), task, Now);
}
