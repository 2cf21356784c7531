using Chimera.Domain.Tasks;
using CsCheck;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

public sealed class TaskProperties
{
    private static readonly Gen<decimal> Usd = Gen.Int[0, 100].Select(cents => cents / 100m);

    [Fact]
    public void a_repeated_command_changes_nothing() => Walk.RepeatsChangeNothing(typeof(TaskDecider), AgentTask.Evolve, [Scheduled], Moves());

    [Fact]
    public void the_attempts_only_count_up_and_the_retries_keep_their_limit() =>
        Moves().Array[1, 40].Sample(walk =>
        {
            var task = AgentTask.Evolve(null, Scheduled)!;
            foreach (var move in walk)
            {
                var next = (Walk.Decided(move, task) ?? []).Aggregate(task, AgentTask.Evolve!)!;
                Assert.InRange(next.Attempt, task.Attempt, task.Attempt + 1);
                Assert.InRange(next.RetryCount, 0, next.MaxRetries);
                Assert.True(next.CostUsd >= task.CostUsd);
                task = next;
            }
        }, iter: 1_000);

    /// <summary>Only an operator's retry leads out of an end.</summary>
    [Fact]
    public void a_finished_task_stays_finished() =>
        Moves().Array[1, 40].Sample(walk =>
        {
            var task = AgentTask.Evolve(null, Scheduled)!;
            foreach (var move in walk)
            {
                var next = (Walk.Decided(move, task) ?? []).Aggregate(task, AgentTask.Evolve!)!;
                if (task.IsTerminal && move.Command is not RetryTask)
                    Assert.Equal((task.Stage, task.CostUsd, task.ResultId), (next.Stage, next.CostUsd, next.ResultId));
                task = next;
            }
        }, iter: 1_000);

    private static Gen<Move<AgentTask, TaskEvent>> Moves()
    {
        var result = Gen.OneOf(ResultId, OtherResult);
        var error = Gen.OneOf(RateLimit, Rejection, Duplicate, new TaskError("AUTH_FAILED", "401"), new TaskError("WORKER_ERROR", "boom"));
        var input = Gen.OneOf(Scheduled.InputData, Json("""{"platform":"tiktok","content":{"text":"Ho"}}"""), Json("{}"));
        return Gen.OneOf(
            Gen.OneOf(Before, After, HitlId).Select(id => Move(new AwaitTask(TaskId, id), TaskDecider.Decide)),
            Gen.Int[0, 3].Select(attempt => Move(new StartTask(TaskId, Worker, attempt), TaskDecider.Decide)),
            Gen.Int[0, 1].Select(attempt => Move(new StartTask(TaskId, Worker, attempt), TaskDecider.Decide)),
            Gen.Select(error, Usd, (why, usd) => Move(new FailAttempt(TaskId, why, usd), TaskDecider.Decide)),
            Gen.Select(input, Gen.Int[0, 4], Gen.Int[0, 2], Usd, (other, none, attempt, usd) =>
                Move(new ReviseTask(TaskId, attempt, none == 0 ? null : other, Rejection, usd), TaskDecider.Decide)),
            result.Select(id => Move(new EscalateTask(TaskId, id, HitlId, "low confidence"), TaskDecider.Decide)),
            result.Select(id => Move(new ApproveTask(TaskId, id), TaskDecider.Decide)),
            result.Select(id => Move(new StartCommit(TaskId, id), TaskDecider.Decide)),
            Gen.Const(Move(new DeferCommit(TaskId), TaskDecider.Decide)),
            Gen.Select(result, Usd, (id, usd) => Move(new CompleteTask(TaskId, id, usd), TaskDecider.Decide)),
            Gen.Select(error, Usd, (why, usd) => Move(new SkipTask(TaskId, why, usd), TaskDecider.Decide)),
            Gen.Const(Move(new CancelTask(TaskId, "operator"), TaskDecider.Decide)),
            error.Select(why => Move(new AbandonTask(TaskId, why), TaskDecider.Decide)),
            Gen.Int[-1, 3].Select(days => Move(new RescheduleTask(TaskId, Now.AddDays(days)), TaskDecider.Decide)),
            Gen.Const(Move(new RetryTask(TaskId), TaskDecider.Decide)));
    }

    private static Move<AgentTask, TaskEvent> Move<T>(T command, Func<T, AgentTask, DateTimeOffset, TaskEvent[]> decide) where T : notnull =>
        new(command, task => decide(command, task, Now));
}
