using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Working;

/// <summary>Prepares a transaction for the judges: what was asked for, unsigned and unsent .</summary>
public sealed class TransactionPreparer : ITaskExecutor
{
    public TaskType Type => TaskType.ExecuteTransaction;

    public Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation) =>
        Task.FromResult(new WorkProduct(order.Task.InputData, "transaction-preparer", Confidence: 1));
}
