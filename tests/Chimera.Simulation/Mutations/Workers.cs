using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Mutations;

internal static class Workers
{
    public static async Task<Step> IgnoreResults(ExecuteTasks chunk, IStreams streams, Machine on)
    {
        var step = await streams.Begin(on.Now, chunk.Items.Select(item => item.TaskId), default);
        var tasks = chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>().ToArray();
        await streams.Load(step, tasks.SelectMany(task => task.Dependencies.Append(task.AgentId).Append(task.CampaignId ?? task.AgentId)), default);
        await streams.Load(step, tasks.SelectMany(task => task.Dependencies).Select(id => step.Find<AgentTask>(id)?.ResultId).OfType<Guid>(), default);
        var orders = WorkingStep.Start(step, chunk, on.Worker.Id);
        foreach (var finished in await Task.WhenAll(orders.Select(order => on.Worker.Execute(order, default))))
        {
            if (finished.Product is { } product) Submit(step, finished.Task, product, DerivedId.Of(finished.Task.Id, $"{on.Now:O}"));
            else WorkingStep.Submit(step, [finished]);
        }
        return step;
    }

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

    private static void Submit(Step step, AgentTask task, WorkProduct product, Guid id)
    {
        var metadata = new ResultMetadata(1, Math.Abs(product.CostUsd), Math.Min(1, product.Confidence), product.ModelUsed);
        step.Append(id, [new ResultSubmitted(id, task.Id, task.WorkerId!.Value, task.Type, task.Attempt, ResultStatus.Success, product.Output, metadata, null, "", step.Now)]);
        step.Next.Review(task.Id, id);
    }
}
