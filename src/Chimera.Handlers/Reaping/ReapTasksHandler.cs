using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Reaping;

public static class ReapTasksHandler
{
    /// <summary>How long after its timeout an attempt may still come to an end by itself, or be delivered to another worker.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    public static async Task<OutgoingMessages> Handle(ReapTasks chunk, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(), now, cancellation));

    /// <summary>The tables have said which tasks to look at; the streams say which are overdue.</summary>
    public static async Task<Step> Run(ReapTasks chunk, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.TaskIds, cancellation);
        await streams.Load(step, chunk.TaskIds.Select(id => step.Find<AgentTask>(id)).OfType<AgentTask>().Select(ResultOf), cancellation);
        foreach (var task in chunk.TaskIds.Select(id => step.Find<AgentTask>(id)).OfType<AgentTask>().Where(task => IsOverdue(step, task)))
            WorkingStep.FailAttempt(step, task, new(ErrorTable.Timeout, $"Its worker was lost; the task had {task.TimeoutSeconds} s."), 0);
        return step;
    }

    private static bool IsOverdue(Step step, AgentTask task) =>
        task is { Stage: TaskStage.InProgress, StartedAt: { } started } && started + TimeSpan.FromSeconds(task.TimeoutSeconds) + Grace < step.Now &&
        step.Find<TaskResult>(ResultOf(task)) is null;

    private static Guid ResultOf(AgentTask task) => DerivedId.OfResult(task.Id, task.Attempt);
}
