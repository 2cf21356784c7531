using Chimera.Domain.Tasks;
using Chimera.Handlers.Pooling;
using Wolverine;

namespace Chimera.Handlers.Working;

/// <summary>Hands a chunk to the pool; the message stays in its queue until what came of every task is stored.</summary>
public static class ExecuteTasksHandler
{
    public static Task Handle(ExecuteTasks chunk, Envelope envelope, StagePool<WorkItem, TaskOrder, Finished> pool, CancellationToken cancellation) =>
        pool.Work([.. chunk.Items.Select(item => item with { Priority = chunk.Priority })], Origin.Of(envelope), cancellation);
}
