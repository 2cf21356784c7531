using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Working;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Mutations;

internal static class Workers
{
    public static async Task<Step> ReviseForEver(HandleWorkerFailures chunk, IStreams streams, Machine on)
    {
        var step = await streams.Begin(on.Now, chunk.Items.Select(item => item.TaskId), default);
        foreach (var task in chunk.Items.Select(item => step.Get<AgentTask>(item.TaskId)).Where(task => task is { IsTerminal: false, Stage: not TaskStage.Pending }))
        {
            step.Append(task.Id, [new TaskRevised(task.RetryCount + 1, task.InputData, new(ErrorTable.Rejected, "again"), 0, on.Now)]);
            step.Next.Execute(step.Get<AgentTask>(task.Id));
        }
        return step;
    }

    /// <summary>Gives every run of an attempt a result of its own.</summary>
    internal sealed class Forgetful(Machine on) : IStage<WorkItem, TaskOrder, Finished>
    {
        private readonly WorkingStage real = new(on.Worker);

        public Turn TurnOf(WorkItem item) => real.TurnOf(item);

        public Task Load(Step step, IStreams streams, IReadOnlyCollection<WorkItem> items, CancellationToken cancellation) =>
            real.Load(step, streams, items, cancellation);

        public TaskOrder? Open(Step step, WorkItem item) => real.Open(step, item);

        public Task<Finished> Run(TaskOrder job, CancellationToken cancellation) => real.Run(job, cancellation);

        public void Close(Step step, WorkItem item, Finished done)
        {
            if (done.Product is not { } product || step.Find<AgentTask>(item.TaskId) is not { Stage: TaskStage.InProgress } task) return;
            var id = DerivedId.Of(task.Id, $"{on.Now:O}");
            var metadata = new ResultMetadata(1, Math.Abs(product.CostUsd), Math.Min(1, product.Confidence), product.ModelUsed);
            step.Append(id, [new ResultSubmitted(
                id, task.Id, task.WorkerId!.Value, task.Type, task.Attempt, ResultStatus.Success, product.Output, metadata, null, "", step.Now)]);
            step.Next.Review(task, id);
        }
    }
}
