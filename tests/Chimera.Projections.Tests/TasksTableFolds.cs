using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Projections.Tables;
using static Chimera.Projections.Tests.Past;

namespace Chimera.Projections.Tests;

public sealed class TasksTableFolds
{
    private static readonly TaskStarted Started = new(Worker, 0, Later);

    public static TheoryData<string, TaskEvent[]> Lives => new()
    {
        { "pending", [] },
        { "in_progress", [Started] },
        { "pending", [Started, new TaskRetryScheduled(1, TookTooLong, 0, Later, Later)] },
        { "pending", [Started, new TaskRevised(1, Json("{}"), TookTooLong, 0, Later)] },
        { "escalated", [Started, new TaskEscalated(Draft, Question, "low confidence", Later)] },
        { "in_progress", [Started, new TaskApproved(Draft, Later)] },
        { "completed", [Started, new TaskCompleted(Draft, 0.01m, Later)] },
        { "failed", [Started, new TaskFailed(TookTooLong, 0.01m, Later)] },
        { "failed", [Started, new TaskSkipped(new("DUPLICATE_CONTENT", "said before"), Later)] },
        { "failed", [new TaskCancelled("not wanted", Later)] },
        { "pending", [Started, new TaskFailed(TookTooLong, 0, Later), new TaskReopened(Later)] },
        { "pending", [new TaskAwaited(Draft, Later), new TaskRescheduled(Later, Later)] }
    };

    [Theory]
    [MemberData(nameof(Lives))]
    public void the_status_is_the_published_one_of_the_domain(string status, TaskEvent[] life)
    {
        var row = TasksTable.Description.Row(Post, [PostPlanned, .. life])!;
        var task = life.Aggregate(AgentTask.Evolve(null, PostPlanned), AgentTask.Evolve)!;

        Assert.Equal(status, row.Status);
        Assert.Equal(ChimeraJson.NameOf(task.Status), row.Status);
        Assert.Equal((task.RetryCount, task.StartedAt, task.CompletedAt, task.WorkerId), (row.RetryCount, row.StartedAt, row.CompletedAt, row.AssignedWorkerId));
        Assert.Equal(task.Error is null ? null : ChimeraJson.Write(task.Error).GetRawText(), row.ErrorDetails);
    }

    [Fact]
    public void a_planned_task_is_a_full_row() => Assert.Equal(
        new TaskRow(Post, Ada, Launch, "generate_post", 7, "pending", """{"platform":"twitter"}""", PostPlanned.Dependencies, null, 0, 3, 300, "trace", Now,
            null, null, null),
        TasksTable.Description.Row(Post, PostPlanned));

    [Fact]
    public void a_task_costs_what_all_its_attempts_cost() =>
        Assert.Equal(0.031m, TasksTable.Description.Row(Post, PostPlanned, Started, new TaskRetryScheduled(1, TookTooLong, 0.01m, Later, Later), Started,
            new TaskRevised(2, Json("{}"), TookTooLong, 0.02m, Later), Started, new TaskCompleted(Draft, 0.001m, Later))!.CostUsd);

    [Fact]
    public void a_row_counts_once_however_it_got_there()
    {
        var (planned, completed) = (TasksTable.Description.Row(Post, PostPlanned), TasksTable.Description.Row(Post, PostPlanned, Started, new TaskCompleted(Draft, 0.01m, Later)));
        var (tally, direct) = (new Tally(), new Tally());
        tally.Replace(TasksTable.Description, null, planned);
        tally.Replace(TasksTable.Description, planned, completed);
        direct.Replace(TasksTable.Description, null, completed);

        Assert.Equal(direct.Changes.OrderBy(change => change.ToString()), tally.Changes.OrderBy(change => change.ToString()));
        Assert.Contains(tally.Changes, change => change == (new CounterKey(Counters.AgentCosts, Ada, new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), "usd"), 1, 0.01m));
        Assert.DoesNotContain(tally.Changes, change => change.Key.Word == "pending");
    }

    [Fact]
    public void a_revision_replaces_the_input() =>
        Assert.Equal("""{"tone":"dry"}""",
            TasksTable.Description.Row(Post, PostPlanned, Started, new TaskRevised(1, Json("""{"tone":"dry"}"""), TookTooLong, 0, Later))!.InputData);

    [Fact]
    public void a_cancelled_task_says_so_in_its_error() =>
        Assert.Equal("""{"error_type":"CANCELLED","error_message":"not wanted"}""",
            TasksTable.Description.Row(Post, PostPlanned, new TaskCancelled("not wanted", Later))!.ErrorDetails);

    [Fact]
    public void the_same_events_twice_are_the_same_row() =>
        Assert.Equal(TasksTable.Description.Row(Post, PostPlanned, Started), TasksTable.Description.Row(Post, PostPlanned, Started, PostPlanned, Started));

    [Fact]
    public void an_event_of_a_task_that_was_never_planned_makes_no_row() => Assert.Null(TasksTable.Description.Row(Post, Started));

    [Fact]
    public void a_trace_id_that_is_too_long_is_cut() =>
        Assert.Equal(100, TasksTable.Description.Row(Post, PostPlanned with { TraceId = new string('t', 200) })!.TraceId.Length);

    [Fact]
    public void times_are_utc_and_whole_microseconds() =>
        Assert.Equal(Now.AddMicroseconds(1),
            TasksTable.Description.Row(Post, PostPlanned with { PlannedAt = Now.AddMicroseconds(1).AddTicks(7).ToOffset(TimeSpan.FromHours(2)) })!.CreatedAt);
}
