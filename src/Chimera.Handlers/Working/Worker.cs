using System.Collections.Concurrent;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Pooling;
using Microsoft.Extensions.Logging;

namespace Chimera.Handlers.Working;

/// <summary>How much a worker process does at a time.</summary>
public sealed class WorkerOptions : PoolOptions
{
    public const string Section = "Worker";
}

/// <summary>Executes tasks, each within its own timeout; a failure of one never touches another.</summary>
public sealed class Worker(IEnumerable<ITaskExecutor> executors, TimeProvider clock, ILogger<Worker> log)
{
    private readonly Dictionary<TaskType, ITaskExecutor> executors = executors.ToDictionary(executor => executor.Type);
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> campaignPlaces = new();

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The tool server that tasks of this type need; null when they need none.</summary>
    public string? ServerOf(TaskType type) => executors.GetValueOrDefault(type)?.Server;

    /// <summary>execute_task (S4.3-6). Never throws for what a tool or executor does; a cancelled host does.</summary>
    public async Task<Finished> Execute(TaskOrder order, CancellationToken cancellation)
    {
        var campaignPlaces = PlacesOf(order.Campaign);
        if (campaignPlaces is not null) await campaignPlaces.WaitAsync(cancellation);
        var started = clock.GetTimestamp();
        try
        {
            var product = await Run(order, cancellation);
            return new(order.Task, product, null, ElapsedMs(started));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            var error = ErrorOf(failure, order.Task);
            if (error.ErrorType == ErrorTable.WorkerError) log.LogWarning(failure, "Task {TaskId} failed", order.Task.Id);
            return new(order.Task, null, error, ElapsedMs(started), (failure as ToolException)?.CostUsd ?? 0);
        }
        finally
        {
            campaignPlaces?.Release();
        }
    }

    /// <summary>The campaign's own limit, <c>max_parallel</c>, within this process.</summary>
    private SemaphoreSlim? PlacesOf(Campaign? campaign) =>
        campaign?.Constraints.MaxParallel is { } most ? campaignPlaces.GetOrAdd(campaign.Id, _ => new SemaphoreSlim(most)) : null;

    private async Task<WorkProduct> Run(TaskOrder order, CancellationToken cancellation)
    {
        if (!executors.TryGetValue(order.Task.Type, out var executor))
            throw new ToolException(ErrorTable.NotConfigured, $"No tool is configured for {Domain.ChimeraJson.NameOf(order.Task.Type)}.");
        var timeout = TimeSpan.FromSeconds(order.Task.TimeoutSeconds);
        var quick = executor.ExecuteTask(order, cancellation);
        if (quick.IsCompletedSuccessfully) return quick.Result;
        return await quick.WaitAsync(timeout, clock, cancellation);
    }

    private static TaskError ErrorOf(Exception failure, AgentTask task) => failure switch
    {
        ToolException tool => tool.Error,
        TimeoutException => new(ErrorTable.Timeout, $"The task took longer than {task.TimeoutSeconds} s."),
        Domain.RuleViolationException broken => new(ErrorTable.InvalidOutput, $"{broken.Code}: {broken.Message}"),
        _ => new(ErrorTable.WorkerError, failure.Message, failure.StackTrace)
    };

    private int ElapsedMs(long started) => (int)clock.GetElapsedTime(started).TotalMilliseconds;
}
